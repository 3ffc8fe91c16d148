package confidant.policy;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happened in a house, tried again by other rules: which acts that were allowed would not be, or would show more or less.
 * An act is known by what the ledger says of it, so the state of consent and whose pool it was follow from the rule that let
 * it happen. What was refused is not tried: the ledger does not say of which class it was. Not thread-safe.
 */
public final class PolicyRetrial {
    private static final Map<String, Act> ACTS = Map.of(
            "read", Act.READ,
            "glass.read", Act.BREAK,
            "send", Act.SEND,
            "tag", Act.TAG,
            "propose", Act.PROPOSE,
            "segment", Act.SEGMENT,
            "receive", Act.RECEIVE,
            "retention", Act.EXPIRE);

    private final PolicySet before;
    private final PolicySet after;
    private final Map<Happened, Optional<Change>> known = new HashMap<>();
    private final Map<Change, Tally> changed = new LinkedHashMap<>();
    private long same;
    private long unknown;

    private record Happened(Actor.Role role, Act act, DataClass what, Purpose purpose, String rule) {}

    /** How often, and to how many. */
    private static final class Tally {
        private final Set<String> people = new HashSet<>();
        private long acts;
    }

    /**
     * What would come out otherwise.
     *
     * @param acts how often it happened
     * @param people to how many pseudonyms; 0 for acts that concern no single client
     * @param words one sentence without a full stop
     */
    public record Line(PolicyDiff.Kind kind, long acts, int people, String words) {}

    /** @param before the rules by which it happened, or the nearest to them */
    public PolicyRetrial(PolicySet before, PolicySet after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Tries one entry of the ledger again.
     *
     * @param event its word; those that no rule lets happen are passed over
     * @param subject pseudonym; may be empty
     */
    public void add(String event, Actor.Role role, List<String> classes, String purpose, String rule, String subject) {
        Act act = ACTS.get(event);
        if (act == null || purpose.isEmpty() || classes.isEmpty()) {
            return;
        }
        boolean found = false;
        boolean moved = false;
        for (String one : classes) {
            Happened happened = new Happened(role, act, new DataClass(one), new Purpose(purpose), rule);
            Optional<Change> change = known.computeIfAbsent(happened, this::tried);
            found |= change.isPresent();
            if (change.isPresent() && !change.get().before().equals(change.get().after())) {
                moved = true;
                Tally tally = changed.computeIfAbsent(change.get(), first -> new Tally());
                tally.acts++;
                if (!subject.isEmpty()) {
                    tally.people.add(subject);
                }
            }
        }
        if (!found) {
            unknown++;
        } else if (!moved) {
            same++;
        }
    }

    /** The first case that the rule lets happen, most usual first; empty if it lets none. */
    private Optional<Change> tried(Happened happened) {
        DecisionTable old = before.table();
        for (boolean own : new boolean[] {true, false}) {
            for (ConsentStatus consent : List.of(ConsentStatus.GIVEN, ConsentStatus.NONE)) {
                Cell cell =
                        new Cell(happened.role(), happened.act(), happened.what(), happened.purpose(), own, consent);
                Decision decision = old.decide(cell);
                if (decision.permitted() && decision.rule().equals(happened.rule())) {
                    return Optional.of(
                            new Change(Block.of(cell), decision, after.table().decide(cell)));
                }
            }
        }
        return Optional.empty();
    }

    /** How many would come out the very same. */
    public long same() {
        return same;
    }

    /** How many the rules of before do not let happen, so that nothing can be said of them: other rules were in force. */
    public long unknown() {
        return unknown;
    }

    /** What would come out otherwise: what would let more happen first, and of each kind the most frequent. */
    public List<Line> lines(Lang lang) {
        Set<DataClass> classes = new LinkedHashSet<>(before.facts().classes().keySet());
        classes.addAll(after.facts().classes().keySet());
        Set<Purpose> purposes = new LinkedHashSet<>(before.purposeIds());
        purposes.addAll(after.purposeIds());
        Wording wording = new Wording(lang, classes, purposes, before, after);
        List<Line> lines = new ArrayList<>();
        changed.forEach((change, tally) ->
                lines.add(new Line(change.kind(), tally.acts, tally.people.size(), wording.tell(change))));
        lines.sort(Comparator.comparing(Line::kind)
                .thenComparing(Comparator.comparingLong(Line::acts).reversed())
                .thenComparing(Line::words));
        return lines;
    }
}
