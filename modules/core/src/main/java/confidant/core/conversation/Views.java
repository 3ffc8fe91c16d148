package confidant.core.conversation;

import confidant.core.Answer;
import confidant.core.Fields;
import confidant.core.attachment.FileLine;
import confidant.core.attachment.FileLines;
import confidant.core.audit.Notes;
import confidant.core.conversation.Conversations.Line;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens stored messages for a reader: one question per purpose, one ledger line per page and purpose. */
public final class Views {
    /** What opens a client's privacy page, in a link to it; see {@code PrivacyDesk.link}. */
    private static final Pattern OPENS = Pattern.compile("(/privacy#t=)[A-Za-z0-9_-]+");

    private final Gate gate;
    private final Notes notes;
    private final FileLines files;

    public Views(Gate gate, Notes notes, FileLines files) {
        this.gate = gate;
        this.notes = notes;
        this.files = files;
    }

    /**
     * Messages as lines; the text is absent where policy refuses or the key is gone. A link to the client's own page is whole
     * for the client only: whoever else reads along must not act for them there.
     */
    public Future<List<Line>> open(Actor reader, Ref client, List<StoredMessage> messages) {
        Map<Purpose, Integer> counts = new HashMap<>();
        messages.forEach(message -> counts.merge(message.purpose(), 1, Integer::sum));
        Map<Purpose, Pass> passes = new HashMap<>();
        List<Future<Void>> asked = counts.entrySet().stream()
                .map(entry -> ask(reader, client, entry.getKey(), entry.getValue(), passes))
                .toList();
        return Future.all(asked)
                .compose(done -> files.of(reader, client, messages))
                .compose(found -> {
                    List<Future<Line>> lines = messages.stream()
                            .map(message ->
                                    line(reader, passes, message, Optional.ofNullable(found.get(message.seq()))))
                            .toList();
                    return Future.all(lines)
                            .map(all -> lines.stream().map(Future::result).toList());
                });
    }

    private Future<Void> ask(Actor reader, Ref client, Purpose purpose, int count, Map<Purpose, Pass> passes) {
        return gate.ask(reader, Act.READ, DataClass.ofWords(purpose), purpose, client)
                .compose(answer -> answer.match(
                        pass -> notes.passed("read", reader, pass, List.of(DataClass.ofWords(purpose)), count)
                                .onSuccess(noted -> passes.put(purpose, pass)),
                        refused -> Future.succeededFuture()));
    }

    private Future<Line> line(Actor reader, Map<Purpose, Pass> passes, StoredMessage message, Optional<FileLine> file) {
        Pass pass = passes.get(message.purpose());
        if (pass == null || !Gate.readable(pass)) {
            return Future.succeededFuture(line(message, Optional.empty(), file));
        }
        return gate.open(pass, "message", "text", message.id().toString(), 0, message.text())
                .map(plain -> plain.map(Fields::text))
                .map(text -> line(message, reader.role() == Actor.Role.CLIENT ? text : text.map(Views::shut), file));
    }

    private static Personal<String> shut(Personal<String> text) {
        return Personal.of(OPENS.matcher(text.reveal()).replaceAll("$1…"));
    }

    private static Line line(StoredMessage m, Optional<Personal<String>> text, Optional<FileLine> file) {
        return new Line(
                m.seq(),
                m.id(),
                m.author(),
                m.channel(),
                m.purpose(),
                m.kind(),
                m.ref(),
                m.at(),
                text,
                ownKey(m.clientKey()),
                m.state(),
                file);
    }

    // What the sender's page called it: the part after the channel's word.
    private static String ownKey(String once) {
        int slash = once.indexOf('/');
        boolean own = once.startsWith("webchat/") || once.startsWith("reply/");
        return own ? once.substring(slash + 1) : "";
    }

    /** The rule that lets {@code reader} read words for service, or the refusal. */
    public Future<Answer<Pass>> rule(Actor reader, Ref client) {
        return gate.ask(reader, Act.READ, DataClass.MESSAGE, Purpose.SERVICE, client);
    }
}
