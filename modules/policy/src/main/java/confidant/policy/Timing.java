package confidant.policy;

import java.time.Instant;
import java.util.function.Function;

/** Whether a message may leave now, with the rule of {@code policies/windows.yaml} that says so. */
public sealed interface Timing {

    String rule();

    <T> T match(Function<Now, T> now, Function<Later, T> later, Function<Never, T> never);

    /** It may leave. */
    record Now(String rule) implements Timing {
        @Override
        public <T> T match(Function<Now, T> now, Function<Later, T> later, Function<Never, T> never) {
            return now.apply(this);
        }
    }

    /** It may leave from {@code at} on: quiet hours end then. */
    record Later(String rule, Instant at) implements Timing {
        @Override
        public <T> T match(Function<Now, T> now, Function<Later, T> later, Function<Never, T> never) {
            return later.apply(this);
        }
    }

    /** It may not leave at all: the channel's window is closed or the client has blocked the account. */
    record Never(String rule) implements Timing {
        @Override
        public <T> T match(Function<Now, T> now, Function<Later, T> later, Function<Never, T> never) {
            return never.apply(this);
        }
    }
}
