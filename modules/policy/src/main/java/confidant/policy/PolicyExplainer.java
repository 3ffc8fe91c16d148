package confidant.policy;

import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.policy.PurposeInfo.Basis;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says why something is allowed, blunted, refused or dropped, in English sentences for the command line. */
public final class PolicyExplainer {
    private final PolicySet policies;
    private final DecisionTable table;
    private final Wording wording;

    public PolicyExplainer(PolicySet policies) {
        this.policies = policies;
        this.table = policies.table();
        this.wording = new Wording(Lang.EN, policies.facts().classes().keySet(), policies.purposeIds(), policies);
    }

    /**
     * The decision in its first line; then what was asked and answered step by step, the rules that decided with all that is
     * written about them, and what would help against a refusal.
     *
     * @throws IllegalArgumentException if {@link Inquiry#unknown} is not empty
     */
    public List<String> explain(Inquiry inquiry) {
        Cell cell = inquiry.cell(policies);
        Decision decision = table.decide(cell);
        boolean reads = cell.act() == Act.READ;
        List<String> lines = new ArrayList<>();
        lines.add(wording.tell(cell, decision) + ": " + wording.precision(decision, reads));
        boolean asks = policies.basis(cell.purpose()) == Basis.CONSENT;
        boolean supposed = asks && !cell.consent().valid() && stands(decision);
        if (supposed) {
            lines.add("  with a valid consent too, so that this is what is asked below");
        }
        lines.add("asked" + (reads ? ", from the sharpest to the bluntest" : ""));
        SortedSet<String> decided =
                steps(cell, asks && (supposed || cell.consent().valid()), decision, lines);
        lines.add("decided by");
        decided.forEach(rule -> rule(rule, decided.size() > 1 && rule.equals(decision.rule()), lines));
        if (!decision.permitted()) {
            lines.add("what would help");
            lines.add("  " + remedy(cell, decision, asks));
        }
        return lines;
    }

    /** Whether the decision is a refusal that consent would not change. */
    private static boolean stands(Decision decision) {
        return !decision.permitted() && !decision.remedy().equals(Decision.ASK_CONSENT);
    }

    /** @return the rules of the step that decided, or the name of the refusal by default */
    private SortedSet<String> steps(Cell cell, boolean consented, Decision decision, List<String> lines) {
        Case asked = new Case(cell.role(), cell.act(), cell.what(), cell.purpose(), cell.ownPool(), consented);
        SortedSet<String> decided = new TreeSet<>();
        List<String> actions = DecisionTable.actions(cell.act());
        for (String action : actions) {
            CedarRules.Answer answer = policies.cedar().ask(asked, action);
            String by = answer.rules().isEmpty()
                    ? "no rule permits it"
                    : "by " + answer.rules().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
            lines.add("  " + action + ": " + (answer.allowed() ? "allowed " : "refused, ") + by);
            // A refusal is that of the sharpest step, as the table has it.
            if (answer.allowed() || action.equals(actions.get(0))) {
                decided.clear();
                decided.addAll(answer.rules());
            }
            if (answer.allowed()) {
                break;
            }
        }
        decided.add(decision.rule());
        return decided;
    }

    private void rule(String id, boolean named, List<String> lines) {
        Rule rule = Objects.requireNonNull(policies.rules().get(id), "every rule that decides is listed");
        lines.add("  `" + id + "`: " + rule.title().get(Lang.EN) + (named ? " (named in the ledger)" : ""));
        CedarText.Written written = policies.written().get(id);
        if (written != null) {
            lines.add("    file       " + written.file());
        }
        lines.add("    article    " + rule.article());
        lines.add("    owner      " + rule.owner());
        if (!rule.review().isEmpty()) {
            lines.add("    review     " + rule.review());
        }
        String transform = policies.transform(id);
        if (!transform.isEmpty()) {
            lines.add("    transform  " + transform + ": " + wording.transform(transform));
        }
    }

    private String remedy(Cell cell, Decision decision, boolean asks) {
        if (decision.remedy().equals(Decision.ASK_CONSENT)) {
            Decision then = table.decide(cell.with(ConsentStatus.GIVEN));
            return "ask the client for consent to `" + cell.purpose() + "`: then it is "
                    + wording.outcome(then, cell.act() == Act.READ);
        }
        DataClassInfo info = policies.facts().classes().get(cell.what());
        if (info != null && !info.purposes().isEmpty() && !info.purposes().contains(cell.purpose())) {
            return "nothing for this purpose: `" + cell.what() + "` may serve "
                    + info.purposes().stream().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
        }
        return asks ? "nothing: consent would not change it" : "nothing: `" + cell.purpose() + "` asks for no consent";
    }

    /** Whether a message may leave at that moment, by the time rules; as {@link #explain} tells a decision. */
    public List<String> explain(Contact contact) {
        Timing timing = policies.facts().windows().timing(contact);
        List<String> lines = new ArrayList<>();
        ZoneId zone = contact.zone();
        lines.add(timing.match(
                now -> "the time rules let it leave now",
                later -> "the time rules hold it back until "
                        + later.at().atZone(zone).toOffsetDateTime(),
                never -> "the time rules drop it"));
        lines.add("decided by");
        rule(timing.rule(), false, lines);
        return lines;
    }
}
