package confidant.core.attachment;

import confidant.core.House;
import confidant.core.attachment.FileLine.State;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.Actor;
import confidant.model.AttachmentId;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.AttachmentStore.Attachment;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what files the lines of a conversation have: one question and one line of the ledger for each purpose. */
public final class FileLines {
    /** What {@code NewMessage.kind} says of a message with a file. */
    public static final String KIND = "file";

    /** So long an app may take to hand a file over. */
    static final Duration COMING = Duration.ofHours(24);

    private final House house;
    private final Gate gate;
    private final Notes notes;
    private final Attachments attachments;

    public FileLines(House house, Gate gate, Notes notes, Attachments attachments) {
        this.house = house;
        this.gate = gate;
        this.notes = notes;
        this.attachments = attachments;
    }

    /** The id of the file that a message has; empty where it has none. */
    public static Optional<AttachmentId> of(StoredMessage message) {
        return message.kind().equals(KIND) && !message.ref().isEmpty()
                ? Optional.of(AttachmentId.parse(message.ref()))
                : Optional.empty();
    }

    private record Wanted(AttachmentId id, Instant at) {}

    /** The files of these messages by the message's number, as {@code reader} may see them. */
    public Future<Map<Long, FileLine>> of(Actor reader, Ref client, List<StoredMessage> messages) {
        Map<Long, FileLine> lines = new HashMap<>();
        Map<Purpose, List<StoredMessage>> byPurpose = new LinkedHashMap<>();
        messages.stream()
                .filter(message -> of(message).isPresent())
                .forEach(message -> byPurpose
                        .computeIfAbsent(message.purpose(), none -> new ArrayList<>())
                        .add(message));
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<Purpose, List<StoredMessage>> entry : byPurpose.entrySet()) {
            all = all.compose(done -> lines(reader, client, entry.getKey(), entry.getValue(), lines));
        }
        return all.map(lines);
    }

    private Future<Void> lines(
            Actor reader, Ref client, Purpose purpose, List<StoredMessage> messages, Map<Long, FileLine> lines) {
        return pass(reader, client, purpose, messages.size()).compose(pass -> {
            Future<Void> all = Future.succeededFuture();
            for (StoredMessage message : messages) {
                Wanted wanted = new Wanted(of(message).orElseThrow(), message.at());
                all = all.compose(done -> line(pass, client, wanted)).map(line -> {
                    lines.put(message.seq(), line);
                    return null;
                });
            }
            return all;
        });
    }

    private Future<Optional<Pass>> pass(Actor reader, Ref client, Purpose purpose, int count) {
        DataClass what = DataClass.ofFiles(purpose);
        return gate.ask(reader, Act.READ, what, purpose, client)
                .compose(answer -> answer.match(
                        pass -> Gate.readable(pass)
                                ? notes.passed("read", reader, pass, List.of(what), count)
                                        .map(Optional.of(pass))
                                : Future.succeededFuture(Optional.empty()),
                        refused -> Future.succeededFuture(Optional.empty())));
    }

    private Future<FileLine> line(Optional<Pass> pass, Ref client, Wanted wanted) {
        return house.stores()
                .attachments()
                .attachment(client.pool(), client.client(), wanted.id)
                .compose(found -> found.isEmpty()
                        ? missing(wanted)
                        : pass.isEmpty() ? Future.succeededFuture(closed(wanted)) : line(pass.get(), found.get()));
    }

    /** A file as {@code pass} lets it be seen. */
    Future<FileLine> line(Pass pass, Attachment of) {
        List<Purpose> kept = of.keys().keySet().stream()
                .filter(purpose -> !purpose.equals(Purpose.SERVICE) && !purpose.equals(Purpose.CONFIDENCE))
                .toList();
        return attachments
                .about(pass, of)
                .map(about -> new FileLine(of.id(), about.isPresent() ? State.HERE : State.GONE, about, kept));
    }

    private static FileLine closed(Wanted wanted) {
        return new FileLine(wanted.id, State.GONE, Optional.empty(), List.of());
    }

    /** What is not there comes only while it is noted as under way; else it was taken away. */
    private Future<FileLine> missing(Wanted wanted) {
        Future<Boolean> coming = house.now().isBefore(wanted.at.plus(COMING))
                ? house.stores()
                        .attachments()
                        .pending()
                        .map(all -> all.stream().anyMatch(one -> one.id().equals(wanted.id)))
                : Future.succeededFuture(false);
        return coming.map(yes -> new FileLine(wanted.id, yes ? State.COMING : State.GONE, Optional.empty(), List.of()));
    }
}
