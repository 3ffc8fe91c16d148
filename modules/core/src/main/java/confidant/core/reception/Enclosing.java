package confidant.core.reception;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.attachment.Attachments;
import confidant.core.attachment.Fetching;
import confidant.core.attachment.TooManyFiles;
import confidant.core.attachment.Upload;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.Actor;
import confidant.model.AttachmentId;
import confidant.model.DataClass;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.AttachmentStore.Pending;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * What comes with a message. A file is noted as under way before anything else, so that whoever is cut off leaves nothing
 * behind that nobody finds.
 */
final class Enclosing {
    /** How many files a client has at most. */
    private static final int MOST = 300;

    private final House house;
    private final Gate gate;
    private final Notes notes;
    private final Attachments attachments;
    private final Fetching fetching;

    Enclosing(House house, Gate gate, Notes notes, Attachments attachments, Fetching fetching) {
        this.house = house;
        this.gate = gate;
        this.notes = notes;
        this.attachments = attachments;
        this.fetching = fetching;
    }

    /** Something that comes with a message. */
    sealed interface Enclosure {
        /** Nothing does. */
        record None() implements Enclosure {}

        /** A file that is here. */
        record Here(Upload upload) implements Enclosure {}

        /**
         * A file that its app still has, under what it can be fetched by.
         *
         * @param name which is sealed as the words of the message, as an app has no words beside a file
         */
        record Elsewhere(String account, String content, Optional<Personal<String>> name) implements Enclosure {}
    }

    /** What the message refers to; empty where nothing comes with it. Under {@code once} it is about to be appended. */
    Future<String> before(Ref client, Purpose purpose, String once, Enclosure what) {
        if (what instanceof Enclosure.None) {
            return Future.succeededFuture("");
        }
        AttachmentId id = AttachmentId.random();
        if (what instanceof Enclosure.Elsewhere there) {
            return attachments.begin(pending(id, client, once, there)).map(id.toString());
        }
        Upload upload = ((Enclosure.Here) what).upload();
        DataClass kind = DataClass.ofFiles(purpose);
        Actor self = Actor.of(client.client());
        return room(client)
                .compose(room -> gate.ask(self, Act.RECEIVE, kind, purpose, client))
                .map(answer -> answer.match(pass -> pass, refused -> {
                    throw new Conflict("the policy for keeping what clients send");
                }))
                .compose(pass -> attachments
                        .begin(pending(id, client, once, new Enclosure.Elsewhere("", "", Optional.empty())))
                        .compose(begun -> kept(self, pass, id, upload, kind)))
                .map(id.toString());
    }

    private Future<Void> kept(Actor self, Pass pass, AttachmentId id, Upload upload, DataClass kind) {
        return notes.passed("receive", self, pass, List.of(kind), 1)
                .compose(noted -> attachments.keep(pass, id, upload))
                .mapEmpty();
    }

    private Future<Void> room(Ref client) {
        return house.stores()
                .attachments()
                .attachments(client.pool(), client.client())
                .map(all -> {
                    if (all.size() >= MOST) {
                        throw new TooManyFiles(MOST);
                    }
                    return null;
                });
    }

    private Pending pending(AttachmentId id, Ref client, String once, Enclosure.Elsewhere there) {
        return new Pending(id, client.pool(), client.client(), house.now(), once, there.account(), there.content());
    }

    /** After the append: what has its message is under way no more; what came again is not kept twice. */
    Future<Void> after(Ref client, String ref, Appended appended, Enclosure what) {
        if (ref.isEmpty()) {
            return Future.succeededFuture();
        }
        AttachmentId id = AttachmentId.parse(ref);
        if (!(appended instanceof Appended.Stored)) {
            return attachments.discard(client, id);
        }
        if (what instanceof Enclosure.Elsewhere) {
            fetching.kick();
            return Future.succeededFuture();
        }
        return attachments.ended(id);
    }
}
