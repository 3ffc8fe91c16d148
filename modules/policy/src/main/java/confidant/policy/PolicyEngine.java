package confidant.policy;

import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.model.StaffId;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers questions from one policy set. Thread-safe; an answer that was given before costs a look into a table, the
 * first of its kind at most a few evaluations by Cedar, about a millisecond. Never blocks on I/O.
 */
public final class PolicyEngine {
    /** How long an opening holds: long enough to show what was read, short enough that a withdrawal is felt. */
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);

    // One field, so that a question is answered from one set alone while another is put in its place.
    private volatile DecisionTable table;

    public PolicyEngine(PolicySet policies) {
        this.table = policies.table();
    }

    /**
     * Decides every case that can come up, so that no later question waits for Cedar. Takes some tenths of a second of CPU: call it on
     * a worker at start.
     *
     * @return how many cases were decided
     */
    public int warmUp() {
        return warmUp(table);
    }

    private static int warmUp(DecisionTable table) {
        List<Case> cases = table.cases();
        cases.forEach(table::decide);
        return cases.size();
    }

    /**
     * Puts another set in the place of the one in force: each question is answered whole by the one or the other, and those
     * asked after this returns by the new one. Its cases are decided before, so take a worker. Openings that were handed out
     * before hold until their time is over.
     */
    public void replace(PolicySet fresh) {
        DecisionTable next = fresh.table();
        warmUp(next);
        table = next;
    }

    /** The verdict, never absent: what no rule permits is refused by {@code default-deny}. */
    public Verdict decide(Question question) {
        DecisionTable now = table;
        Decision decision = now.decide(
                question.actor().role(),
                question.act(),
                question.what(),
                question.purpose(),
                question.ownPool(),
                question.consent().valid());
        String hash = now.policies().hash();
        if (!decision.permitted()) {
            return new Verdict.Refuse(decision.rule(), hash, decision.remedy());
        }
        Opening opening = new Opening(
                question.actor(),
                question.pool(),
                question.client(),
                question.purpose(),
                decision.precision(),
                question.now().plus(OPEN_FOR));
        return new Verdict.Permit(decision.rule(), hash, decision.precision(), decision.transform(), opening);
    }

    /** Whether a message for {@code contact.purpose()} may leave now, by quiet hours, channel windows and blocks. */
    public Timing timing(Contact contact) {
        return policies().facts().windows().timing(contact);
    }

    /** The counts that managers may be told; no question where the rules have no {@code figures.yaml}. */
    public Figures figures() {
        return policies().figures();
    }

    /** How glass may be broken; for no reason at all where the rules have no {@code glass.yaml}. */
    public Glass glass() {
        return policies().glass();
    }

    /** SHA-256 (hex, 64 characters) over the policy files in force. */
    public String hash() {
        return policies().hash();
    }

    public Optional<PurposeInfo> purpose(Purpose purpose) {
        return Optional.ofNullable(policies().facts().purposes().get(purpose));
    }

    /** How consent is asked for, and how long it outlasts its end. */
    public Asking asking() {
        return policies().facts().asking();
    }

    /** All purposes in the order of the file. */
    public Collection<PurposeInfo> purposes() {
        return Collections.unmodifiableCollection(policies().facts().purposes().values());
    }

    public Optional<TagKind> tagKind(String id) {
        return Optional.ofNullable(policies().facts().kinds().get(id));
    }

    /** All tag kinds in the order of the file; those that are always refused have no purposes. */
    public Collection<TagKind> tagKinds() {
        return Collections.unmodifiableCollection(policies().facts().kinds().values());
    }

    /** All classes of data in the order of the file. */
    public Collection<DataClassInfo> classes() {
        return Collections.unmodifiableCollection(policies().classes());
    }

    /** What the law of each place asks for, in the order of the file names. */
    public Collection<Jurisdiction> jurisdictions() {
        return Collections.unmodifiableCollection(
                policies().facts().jurisdictions().values());
    }

    public Optional<Jurisdiction> jurisdiction(String id) {
        return Optional.ofNullable(policies().facts().jurisdictions().get(id));
    }

    /** Who else has to do with clients' data, as far as the house stated it. */
    public Parties parties() {
        return policies().facts().parties();
    }

    /** Every sealed value of the program as {@code table.field}, with the classes that can lie in it. */
    public Map<String, List<DataClass>> fields() {
        return Collections.unmodifiableMap(policies().facts().fields());
    }

    /** What the groups of somebody's company make them here, by {@code roles.yaml}; none for groups that it does not name. */
    public Set<StaffId.Part> parts(Collection<String> groups) {
        Map<String, StaffId.Part> roles = policies().facts().roles();
        return groups.stream()
                .flatMap(group -> Optional.ofNullable(roles.get(group)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Everything that the rules let anybody do with the classes of a purpose, by class, role and act. After {@link #warmUp} a look
     * into the table, before it some hundred evaluations: take a worker.
     */
    public List<Grant> grants(Purpose purpose) {
        return table.grants(purpose);
    }

    /** How people read the rule; present for every rule id this engine can return. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(policies().rules().get(id));
    }

    DecisionTable table() {
        return table;
    }

    /** The set in force. */
    public PolicySet policies() {
        return table.policies();
    }
}
