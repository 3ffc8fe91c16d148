package confidant.policy;

import confidant.model.Purpose;
import java.util.Collection;
import java.util.Optional;

/**
 * Answers questions from one policy set. Thread-safe; an answer that was given before costs a look into a table, the
 * first of its kind one evaluation by Cedar. Never blocks on I/O.
 */
public final class PolicyEngine {

    /** The verdict, never absent: what no rule permits is refused by {@code default-deny}. */
    public Verdict decide(Question question) {
        throw new UnsupportedOperationException();
    }

    /** Whether a message for {@code contact.purpose()} may leave now, by quiet hours, channel windows and blocks. */
    public Timing timing(Contact contact) {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 (hex, 64 characters) over the policy files in force. */
    public String hash() {
        throw new UnsupportedOperationException();
    }

    public Optional<PurposeInfo> purpose(Purpose purpose) {
        throw new UnsupportedOperationException();
    }

    /** All purposes in the order of the file. */
    public Collection<PurposeInfo> purposes() {
        throw new UnsupportedOperationException();
    }

    public Optional<TagKind> tagKind(String id) {
        throw new UnsupportedOperationException();
    }

    /** All tag kinds in the order of the file. */
    public Collection<TagKind> tagKinds() {
        throw new UnsupportedOperationException();
    }

    /** How people read the rule; present for every rule id this engine can return. */
    public Optional<Rule> rule(String id) {
        throw new UnsupportedOperationException();
    }
}
