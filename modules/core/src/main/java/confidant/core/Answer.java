package confidant.core;

import java.util.function.Function;

/** What came of something that policy may refuse. */
public sealed interface Answer<T> {

    <R> R match(Function<T, R> done, Function<Refused<T>, R> refused);

    /** It was done. */
    record Done<T>(T value) implements Answer<T> {
        @Override
        public <R> R match(Function<T, R> done, Function<Refused<T>, R> refused) {
            return done.apply(value);
        }
    }

    /**
     * Policy refused; nothing was done.
     *
     * @param rule the deciding rule's id
     * @param remedy a fixed word, see {@code Verdict.Refuse}
     */
    record Refused<T>(String rule, String remedy) implements Answer<T> {
        @Override
        public <R> R match(Function<T, R> done, Function<Refused<T>, R> refused) {
            return refused.apply(this);
        }
    }
}
