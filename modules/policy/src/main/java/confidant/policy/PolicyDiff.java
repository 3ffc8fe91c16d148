package confidant.policy;

import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How two policy sets differ: every cell of the golden tables that they decide otherwise, joined to sentences, and what else
 * changed in the files. Immutable.
 */
public final class PolicyDiff {
    private final PolicySet before;
    private final PolicySet after;
    private final int cells;
    private final int changed;
    private final List<Change> changes;
    private final List<Edit> edits;

    /** What a difference means for people. */
    public enum Kind {
        /** Something may happen, or be seen more sharply, than before. */
        MORE,
        /** Something may no longer happen, or is seen less sharply. */
        LESS,
        /** The same comes out, by another rule or with another remedy. */
        REASON,
        /** A value of the files; what it changes in decisions is told by the other kinds. */
        FILE
    }

    /** @param words one sentence without a full stop */
    public record Line(Kind kind, String words) {}

    private PolicyDiff(PolicySet before, PolicySet after, int cells, int changed, List<Change> changes) {
        this.before = before;
        this.after = after;
        this.cells = cells;
        this.changed = changed;
        this.changes = changes;
        this.edits = Edits.between(before, after);
    }

    /**
     * Asks both sets about every cell that either has; a class or purpose that one does not list is refused by default there.
     * Takes about a second of CPU: call it on a worker.
     */
    public static PolicyDiff between(PolicySet before, PolicySet after) {
        record Pair(Decision before, Decision after) {}
        if (before.hash().equals(after.hash())) {
            return new PolicyDiff(before, after, 0, 0, List.of());
        }
        DecisionTable old = before.table();
        DecisionTable fresh = after.table();
        Map<Pair, List<Cell>> alike = new LinkedHashMap<>();
        List<Cell> all = Cell.all(classes(before, after), purposes(before, after));
        for (Cell cell : all) {
            Pair pair = new Pair(old.decide(cell), fresh.decide(cell));
            if (!pair.before().equals(pair.after())) {
                alike.computeIfAbsent(pair, key -> new ArrayList<>()).add(cell);
            }
        }
        List<Change> changes = new ArrayList<>();
        alike.forEach((pair, cells) ->
                Block.join(cells).forEach(block -> changes.add(new Change(block, pair.before(), pair.after()))));
        changes.sort(Comparator.comparing(Change::kind));
        int changed = alike.values().stream().mapToInt(List::size).sum();
        return new PolicyDiff(before, after, all.size(), changed, List.copyOf(changes));
    }

    private static Set<DataClass> classes(PolicySet before, PolicySet after) {
        Set<DataClass> all = new LinkedHashSet<>(before.facts().classes().keySet());
        all.addAll(after.facts().classes().keySet());
        return all;
    }

    private static Set<Purpose> purposes(PolicySet before, PolicySet after) {
        Set<Purpose> all = new LinkedHashSet<>(before.purposeIds());
        all.addAll(after.purposeIds());
        return all;
    }

    /** Whether both have the same fingerprint, so that nothing at all differs. */
    public boolean same() {
        return before.hash().equals(after.hash());
    }

    /** How many cells were asked about; 0 where both sets are the same. */
    public int cells() {
        return cells;
    }

    /** How many of them are decided otherwise. */
    public int changed() {
        return changed;
    }

    /** How many cells are decided otherwise, as a sentence; where both sets are the same, that nothing changes. */
    public String summary(Lang lang) {
        return same()
                ? Wording.text(lang, "head.same")
                : String.format(Wording.text(lang, "head.changed"), changed, cells);
    }

    /** What stands above all differences of a kind. */
    public static String head(Kind kind, Lang lang) {
        return Wording.text(lang, "head." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** Every difference in words, those that let more happen first, files last. */
    public List<Line> lines(Lang lang) {
        Wording wording = new Wording(lang, classes(before, after), purposes(before, after), before, after);
        List<Line> lines = new ArrayList<>();
        changes.forEach(one -> lines.add(new Line(one.kind(), wording.tell(one))));
        edits.forEach(one -> lines.add(new Line(Kind.FILE, wording.tell(one))));
        return lines;
    }
}
