package confidant.core.glass;

import confidant.core.Answer;
import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.conversation.Writer;
import confidant.core.people.Directory;
import confidant.core.people.Staff;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Lang;
import confidant.model.Purpose;
import confidant.policy.DataClassInfo;
import confidant.policy.Glass;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.GlassStore.Look;
import io.vertx.core.Future;
import java.util.Optional;

/** Tells clients of looks, each once. */
public final class Telling {
    private final House house;
    private final Directory directory;
    private final Staff staff;
    private final Writer writer;

    public Telling(House house, Directory directory, Staff staff, Writer writer) {
        this.house = house;
        this.directory = directory;
        this.staff = staff;
        this.writer = writer;
    }

    /** Stored for the client's channel when this succeeds; fails where the rules would not let it be said. */
    Future<Void> begun(Ref client, Look look) {
        Once once = new Once("glass/" + look.id(), Optional.empty());
        return staff.of(client.pool())
                .compose(concierge -> directory
                        .manner(client)
                        .map(manner -> LookText.told(
                                manner.lang(),
                                concierge.displayName(),
                                title(look, manner.lang()),
                                purpose(look, manner.lang()),
                                why(look, manner.lang()),
                                look.ends(),
                                manner.zone())))
                .compose(text -> writer.write(
                        Actor.assistant(), client, Writer.Words.of(Author.HOUSE, Purpose.LEGAL, "notice", text, once)))
                .compose(answer -> answer instanceof Answer.Done
                        ? Future.succeededFuture()
                        : Future.failedFuture(new Conflict("the policy for telling clients")));
    }

    /** The reason as clients read it; its word where the rules have lost it meanwhile. */
    private String why(Look look, Lang lang) {
        return house.policy()
                .glass()
                .reason(look.reason())
                .map(Glass.Reason::told)
                .map(told -> told.getOrDefault(lang, look.reason()))
                .orElse(look.reason());
    }

    private String title(Look look, Lang lang) {
        return house.policy().classes().stream()
                .filter(info -> info.id().equals(look.what()))
                .map(DataClassInfo::title)
                .map(title -> title.getOrDefault(lang, look.what().id()))
                .findFirst()
                .orElse(look.what().id());
    }

    private String purpose(Look look, Lang lang) {
        return house.policy()
                .purpose(look.purpose())
                .map(info -> info.title().getOrDefault(lang, look.purpose().id()))
                .orElse(look.purpose().id());
    }
}
