package confidant.policy;

import confidant.model.Precision;
import java.util.function.Function;

/** The answer to a {@link Question}, always with the id of the rule that decided and the hash of the rules in force. */
public sealed interface Verdict {

    /** Id of the deciding rule; {@code default-deny} when no rule speaks for the act. */
    String rule();

    /** SHA-256 (hex) of the policy set that decided. */
    String policyHash();

    /** One function per case, so that a new case breaks the compile. */
    <T> T match(Function<Permit, T> permit, Function<Refuse, T> refuse);

    default boolean permitted() {
        return this instanceof Permit;
    }

    /**
     * Yes.
     *
     * @param transform how a {@link Precision#GENERAL} value is blunted, for example {@code monthDay}, {@code ageBand:10},
     *     {@code last4}; empty for exact and presence
     */
    record Permit(String rule, String policyHash, Precision precision, String transform, Opening opening)
            implements Verdict {
        @Override
        public <T> T match(Function<Permit, T> permit, Function<Refuse, T> refuse) {
            return permit.apply(this);
        }
    }

    /**
     * No.
     *
     * @param remedy a fixed word that says what would help: {@code ask-consent}, {@code wait}, {@code none}
     */
    record Refuse(String rule, String policyHash, String remedy) implements Verdict {
        @Override
        public <T> T match(Function<Permit, T> permit, Function<Refuse, T> refuse) {
            return refuse.apply(this);
        }
    }
}
