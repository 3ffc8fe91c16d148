package confidant.core.privacy;

import confidant.core.Guest;
import confidant.core.House;
import confidant.core.conversation.Writer;
import confidant.core.people.Directory;
import confidant.core.people.Succession;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.Optional;

/** Hears what a client's browser asks for, once, and tells them so in one line of the chat. */
public final class Signals {
    private static final String GPC = "signal/gpc";

    private final House house;
    private final PrivacyDesk desk;
    private final Directory directory;
    private final Succession succession;
    private final Writer writer;

    public Signals(House house, PrivacyDesk desk, Directory directory, Succession succession, Writer writer) {
        this.house = house;
        this.desk = desk;
        this.directory = directory;
        this.succession = succession;
        this.writer = writer;
    }

    /**
     * {@code Sec-GPC: 1}, which a browser sends with everything: a no to every marketing purpose, as {@link PrivacyDesk#signal}
     * says. Repeatable, and one read where it was heard before. Fails with {@code NotFound} for a client who was erased.
     */
    public Future<Void> gpc(Guest guest) {
        return directory
                .manner(guest.ref())
                .compose(manner -> heard(guest.ref())
                        .compose(heard -> heard
                                ? Future.succeededFuture()
                                : desk.signal(guest)
                                        .compose(done -> writer.write(
                                                        Actor.assistant(),
                                                        guest.ref(),
                                                        Writer.Words.of(
                                                                Author.HOUSE,
                                                                Purpose.SERVICE,
                                                                "notice",
                                                                Replies.signalled(manner.lang()),
                                                                new Once(GPC, Optional.empty())))
                                                .mapEmpty())));
    }

    /** Also where it was heard by the concierge before: what the client agreed to since is the later word. */
    private Future<Boolean> heard(Ref client) {
        return happened(client)
                .compose(here -> here
                        ? Future.succeededFuture(true)
                        : succession.before(client).compose(before -> {
                            Future<Boolean> heard = Future.succeededFuture(false);
                            for (Ref one : before) {
                                heard = heard.compose(found -> found ? Future.succeededFuture(true) : happened(one));
                            }
                            return heard;
                        }));
    }

    private Future<Boolean> happened(Ref client) {
        return house.stores().conversations().happened(client, GPC).map(Optional::isPresent);
    }
}
