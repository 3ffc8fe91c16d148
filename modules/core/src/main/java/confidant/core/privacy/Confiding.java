package confidant.core.privacy;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.attachment.Attachments;
import confidant.core.attachment.FileLines;
import confidant.core.audit.Notes;
import confidant.core.consent.Consents;
import confidant.core.consent.Consents.Given;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.port.Bell;
import confidant.core.reception.Arrivals.Said;
import confidant.core.tagging.Proposals;
import confidant.model.Actor;
import confidant.model.AttachmentId;
import confidant.model.Author;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a client said before as said between us: under that purpose's key instead of the one of service. What the
 * assistant had made of it is dropped. Repeatable.
 */
public final class Confiding {
    static final String METHOD = "marked";
    private static final int LOOK_BACK = 20;

    private final House house;
    private final Gate gate;
    private final Consents consents;
    private final Proposals proposals;
    private final Notes notes;
    private final Attachments attachments;
    private final Bell bell;

    public Confiding(
            House house,
            Gate gate,
            Consents consents,
            Proposals proposals,
            Notes notes,
            Attachments attachments,
            Bell bell) {
        this.house = house;
        this.gate = gate;
        this.consents = consents;
        this.proposals = proposals;
        this.notes = notes;
        this.attachments = attachments;
        this.bell = bell;
    }

    /** The client's latest message before {@code said}. @return false if there is none near */
    Future<Boolean> before(Ref client, Said said) {
        return house.stores()
                .conversations()
                .before(client, said.seq(), LOOK_BACK)
                .map(found -> found.stream()
                        .filter(message -> message.author() == Author.CLIENT)
                        .findFirst())
                .compose(found -> found.isEmpty() ? Future.succeededFuture(false) : confide(client, said, found.get()));
    }

    private Future<Boolean> confide(Ref client, Said said, StoredMessage message) {
        // INVARIANT: what was moved once is not moved again, so a mark that comes again agrees to nothing anew.
        Future<Void> moved = message.purpose().equals(Purpose.CONFIDENCE)
                ? Future.succeededFuture()
                : consents.give(client, Purpose.CONFIDENCE, new Given(METHOD, "", Optional.of(said.id())))
                        .compose(given -> move(client, message));
        return moved.compose(done -> proposals.forget(client, message.seq()))
                .onSuccess(done -> bell.desk(client.pool(), client.client(), Bell.What.CONSENT, message.seq()))
                .map(true);
    }

    private Future<Void> move(Ref client, StoredMessage message) {
        Actor self = Actor.of(client.client());
        String id = message.id().toString();
        Purpose from = message.purpose();
        return pass(self, Act.READ, DataClass.ofWords(from), from, client)
                .compose(reading -> pass(self, Act.RECEIVE, DataClass.CONFIDENCE, Purpose.CONFIDENCE, client)
                        .compose(keeping -> gate.move(reading, keeping, "message", "text", id, 0, message.text())
                                .compose(box -> box.isEmpty()
                                        ? Future.<Void>succeededFuture()
                                        : file(client, message, keeping)
                                                .compose(moved -> put(client, message, box.get()))
                                                .compose(put -> notes.passed(
                                                        "receive", self, keeping, List.of(DataClass.CONFIDENCE), 1)))));
    }

    /** The file of a message goes before it: while the message stands as it was, all of this is done again. */
    private Future<Boolean> file(Ref client, StoredMessage message, Pass keeping) {
        Optional<AttachmentId> file = FileLines.of(message);
        return file.isEmpty()
                ? Future.succeededFuture(false)
                : pass(Actor.of(client.client()), Act.READ, DataClass.ATTACHMENT, message.purpose(), client)
                        .compose(reading -> attachments.move(reading, keeping, file.get()));
    }

    private Future<Boolean> put(Ref client, StoredMessage message, Sealed box) {
        return house.stores()
                .conversations()
                .reseal(client, message.seq(), message.id(), message.purpose(), Purpose.CONFIDENCE, box);
    }

    private Future<Pass> pass(Actor self, Act act, DataClass what, Purpose purpose, Ref client) {
        return gate.ask(self, act, what, purpose, client)
                .map(answer -> answer.match(pass -> pass, refused -> {
                    throw new Conflict("the policy for keeping what clients say");
                }));
    }
}
