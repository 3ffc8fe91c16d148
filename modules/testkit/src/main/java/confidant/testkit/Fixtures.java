package confidant.testkit;

import confidant.model.Author;
import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.MessageId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Made-up rows. Every id is random, so that tests may share one database. */
public final class Fixtures {
    /** When things happen unless a test says otherwise. */
    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private Fixtures() {}

    /** A conversation nobody has used. */
    public static Ref conversation() {
        return new Ref(PoolId.random(), ClientId.random());
    }

    /** Bytes that stand for something sealed; not openable by anything. */
    public static Sealed sealed(String label) {
        return new Sealed((label + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    }

    public static BlindKey blindKey() {
        return new BlindKey(UUID.randomUUID().toString().replace("-", "").substring(0, 22));
    }

    /** Something that may happen once, for ever. */
    public static Once once(String key) {
        return new Once(key, Optional.empty());
    }

    /** A message of a client: nothing has to leave. */
    public static NewMessage inbound(Once... once) {
        return message(Author.CLIENT, false, List.of(once), OptionalLong.empty());
    }

    /** A message of a concierge that is to leave at once. */
    public static NewMessage outbound(Once... once) {
        return message(Author.CONCIERGE, true, List.of(once), OptionalLong.empty());
    }

    /** Any message over LINE under the service purpose, at {@link #NOON}. */
    public static NewMessage message(Author author, boolean leaves, List<Once> once, OptionalLong onlyAfter) {
        return new NewMessage(
                MessageId.random(),
                author,
                Channel.LINE,
                Purpose.SERVICE,
                "text",
                "",
                NOON,
                sealed("words"),
                once,
                leaves,
                NOON,
                onlyAfter);
    }

    /** The same message under another purpose. */
    public static NewMessage under(Purpose purpose, NewMessage of) {
        return new NewMessage(
                of.id(),
                of.author(),
                of.channel(),
                purpose,
                of.kind(),
                of.ref(),
                of.at(),
                of.text(),
                of.once(),
                of.leaves(),
                of.notBefore(),
                of.onlyAfter());
    }
}
