package confidant.policy;

import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One row of a golden table: the cases it stands for and the decision it expects of each. A cell holds a word, several
 * joined by {@code |}, or {@code *} for all there are.
 */
record Trial(String place, List<Case> cases, String expect, String rule, String transform, String remedy) {
    static final String HEADER = "role,act,class,purpose,pool,consent,expect,rule,transform,remedy";
    private static final int CELLS = HEADER.split(",").length;

    /** @throws IllegalArgumentException if a cell holds a word that nobody knows; the message names the cell */
    static Trial read(String place, String line, PolicySet policies) {
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("the row has " + cells.length + " cells and needs " + CELLS);
        }
        List<Case> cases = new ArrayList<>();
        for (DataClassInfo what :
                pick(cells[2], List.copyOf(policies.classes()), one -> one.id().id())) {
            for (Purpose purpose : purposes(cells[3], what, policies)) {
                cases.addAll(cases(cells, what.id(), purpose, policies.basis(purpose) == Basis.CONSENT));
            }
        }
        return new Trial(place, cases, cells[6], cells[7], cells[8], cells[9]);
    }

    private static List<Case> cases(String[] cells, DataClass what, Purpose purpose, boolean asks) {
        List<Case> cases = new ArrayList<>();
        for (Actor.Role role : pick(cells[0], List.of(Actor.Role.values()), Actor.Role::word)) {
            for (Act act :
                    pick(cells[1], List.of(Act.values()), one -> one.name().toLowerCase(Locale.ROOT))) {
                for (boolean own : pick(cells[4], List.of(true, false), one -> one ? "own" : "other")) {
                    for (boolean given : pick(cells[5], List.of(true, false), one -> one ? "given" : "none")) {
                        cases.add(new Case(role, act, what, purpose, own, asks && given));
                    }
                }
            }
        }
        return cases;
    }

    /** A star stands for the purposes that the class may serve. */
    private static List<Purpose> purposes(String cell, DataClassInfo what, PolicySet policies) {
        List<Purpose> all = List.copyOf(policies.purposeIds());
        boolean star = cell.equals("*") && !what.purposes().isEmpty();
        return star ? what.purposes() : pick(cell, all, Purpose::id);
    }

    private static <T> List<T> pick(String cell, List<T> all, Function<T, String> word) {
        if (cell.equals("*")) {
            return all;
        }
        return Arrays.stream(cell.split("\\|"))
                .map(wanted -> all.stream()
                        .filter(one -> word.apply(one).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("`" + wanted + "` is not known")))
                .toList();
    }

    /** One sentence for each case that is decided otherwise. */
    Stream<String> failures(Function<Case, Decision> decide) {
        return cases.stream()
                .filter(one -> !fits(decide.apply(one)))
                .map(one -> place + ": " + words(one) + " is " + words(decide.apply(one)) + ", but the table says "
                        + expect + " by `" + rule + "`");
    }

    private boolean fits(Decision decision) {
        boolean outcome = expect.equals(outcome(decision)) || expect.equals("permit") && decision.permitted();
        return outcome
                && (rule.equals("*") || rule.equals(decision.rule()))
                && (transform.equals("*") || transform.equals(decision.transform()))
                && (remedy.equals("*") || remedy.equals(decision.remedy()));
    }

    private static String outcome(Decision decision) {
        return decision.permitted() ? decision.precision().name().toLowerCase(Locale.ROOT) : "refuse";
    }

    static String words(Case one) {
        return String.join(
                " ",
                one.role().word(),
                one.act().name().toLowerCase(Locale.ROOT),
                "`" + one.what() + "` for `" + one.purpose() + "`,",
                one.ownPool() ? "own pool," : "other pool,",
                one.consented() ? "with consent," : "without consent,");
    }

    private static String words(Decision decision) {
        String more = decision.transform() + decision.remedy();
        return outcome(decision) + " by `" + decision.rule() + "`" + (more.isEmpty() ? "" : " (" + more + ")");
    }
}
