package confidant.policy;

import confidant.model.Purpose;
import confidant.policy.PurposeInfo.Basis;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions from one policy set. Thread-safe; an answer that was given before costs a look into a table, the
 * first of its kind a few evaluations by Cedar, about a millisecond. Never blocks on I/O.
 */
public final class PolicyEngine {
    /** How long an opening holds: long enough to show what was read, short enough that a withdrawal is felt. */
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);

    private final PolicySet policies;
    private final DecisionTable table;

    public PolicyEngine(PolicySet policies) {
        this.policies = policies;
        this.table = new DecisionTable(policies);
    }

    /**
     * Decides every case that can come up, so that no later question waits for Cedar. Takes a second or two of CPU: call it on
     * a worker at start.
     *
     * @return how many cases were decided
     */
    public int warmUp() {
        List<Case> cases = table.cases();
        cases.forEach(table::decide);
        return cases.size();
    }

    /** The verdict, never absent: what no rule permits is refused by {@code default-deny}. */
    public Verdict decide(Question question) {
        Decision decision = policies.lists(question.what(), question.purpose())
                ? table.decide(caseOf(question))
                : Decision.refuse(Decision.DEFAULT_DENY, Decision.NO_REMEDY);
        if (!decision.permitted()) {
            return new Verdict.Refuse(decision.rule(), policies.hash(), decision.remedy());
        }
        Opening opening = new Opening(
                question.actor(),
                question.pool(),
                question.client(),
                question.purpose(),
                decision.precision(),
                question.now().plus(OPEN_FOR));
        return new Verdict.Permit(
                decision.rule(), policies.hash(), decision.precision(), decision.transform(), opening);
    }

    private Case caseOf(Question question) {
        boolean consented = policies.basis(question.purpose()) == Basis.CONSENT
                && question.consent().valid();
        return new Case(
                question.actor().role(),
                question.act(),
                question.what(),
                question.purpose(),
                question.ownPool(),
                consented);
    }

    /** Whether a message for {@code contact.purpose()} may leave now, by quiet hours, channel windows and blocks. */
    public Timing timing(Contact contact) {
        return policies.facts().windows().timing(contact);
    }

    /** SHA-256 (hex, 64 characters) over the policy files in force. */
    public String hash() {
        return policies.hash();
    }

    public Optional<PurposeInfo> purpose(Purpose purpose) {
        return Optional.ofNullable(policies.facts().purposes().get(purpose));
    }

    /** How consent is asked for, and how long it outlasts its end. */
    public Asking asking() {
        return policies.facts().asking();
    }

    /** All purposes in the order of the file. */
    public Collection<PurposeInfo> purposes() {
        return Collections.unmodifiableCollection(policies.facts().purposes().values());
    }

    public Optional<TagKind> tagKind(String id) {
        return Optional.ofNullable(policies.facts().kinds().get(id));
    }

    /** All tag kinds in the order of the file; those that are always refused have no purposes. */
    public Collection<TagKind> tagKinds() {
        return Collections.unmodifiableCollection(policies.facts().kinds().values());
    }

    /** All classes of data in the order of the file. */
    public Collection<DataClassInfo> classes() {
        return Collections.unmodifiableCollection(policies.classes());
    }

    /** How people read the rule; present for every rule id this engine can return. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(policies.rules().get(id));
    }

    DecisionTable table() {
        return table;
    }

    PolicySet policies() {
        return policies;
    }
}
