package confidant.core.port;

import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.MessageId;
import confidant.model.Personal;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Carries one message out over one channel. The future fails only on bugs; every answer of a platform is an outcome. */
public interface Courier {

    Channel channel();

    Future<Outcome> send(Outgoing message);

    /**
     * @param id our id of the message; the channel's idempotency key is derived from it, so it is the same at each try
     * @param replyToken a fresh single-use answer token, to be tried first; absent on a second try
     */
    record Outgoing(MessageId id, Address to, Personal<String> text, Optional<Personal<String>> replyToken) {}

    /** What became of one try. */
    sealed interface Outcome {
        /** The channel took it (now, or at an earlier try with the same key). */
        record Sent() implements Outcome {}

        /** Not now; the channel asks to wait. */
        record Later(Duration pause, String reason) implements Outcome {}

        /** The channel will never take it; {@code reason} is a fixed word such as {@code blocked} or {@code bad-request}. */
        record Refused(String reason) implements Outcome {}

        /**
         * It may have left. {@code safeToRetry} says whether another try with the same key cannot double it.
         */
        record Unknown(boolean safeToRetry) implements Outcome {}
    }
}
