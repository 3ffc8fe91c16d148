package confidant.policy;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of a golden table: the cells it stands for and the decision it expects of each. A place in the row holds a word,
 * several joined by {@code |}, or {@code *} for all there are; of purposes {@code *} is those that the class may serve,
 * {@code unserved} the others and {@code any} both.
 */
record Trial(String place, List<Cell> cells, String expect, String rule, String transform, String remedy) {
    static final String HEADER = "role,act,class,purpose,pool,consent,expect,rule,transform,remedy";
    private static final int CELLS = HEADER.split(",").length;

    /** @throws IllegalArgumentException if a place holds a word that nobody knows; the message names it */
    static Trial read(String place, String line, PolicySet policies, Words words) {
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("the row has " + cells.length + " cells and needs " + CELLS);
        }
        List<Cell> all = new ArrayList<>();
        for (DataClassInfo what : words.pick(
                cells[2], List.copyOf(policies.classes()), one -> one.id().id())) {
            for (Purpose purpose : purposes(cells[3], what, List.copyOf(policies.purposeIds()), words)) {
                all.addAll(cells(cells, what.id(), purpose, words));
            }
        }
        return new Trial(place, all, cells[6], cells[7], cells[8], cells[9]);
    }

    private static List<Cell> cells(String[] cells, DataClass what, Purpose purpose, Words words) {
        List<Cell> all = new ArrayList<>();
        for (Actor.Role role : words.pick(cells[0], List.of(Actor.Role.values()), Actor.Role::word)) {
            for (Act act : words.pick(cells[1], List.of(Act.values()), Trial::word)) {
                for (boolean own : words.pick(cells[4], List.of(true, false), one -> one ? "own" : "other")) {
                    for (ConsentStatus state : words.pick(cells[5], List.of(ConsentStatus.values()), Trial::word)) {
                        all.add(new Cell(role, act, what, purpose, own, state));
                    }
                }
            }
        }
        return all;
    }

    private static List<Purpose> purposes(String cell, DataClassInfo what, List<Purpose> all, Words words) {
        List<Purpose> served = what.purposes().isEmpty() ? all : what.purposes();
        return switch (cell) {
            case "*" -> served;
            case "any" -> all;
            case "unserved" -> all.stream().filter(one -> !served.contains(one)).toList();
            default -> words.pick(cell, all, Purpose::id);
        };
    }

    /** One sentence for all states of consent of a case that are decided alike and otherwise. */
    Stream<String> failures(Function<Cell, Decision> decide) {
        return alike(cells.stream().filter(one -> !fits(decide.apply(one))), decide)
                .map(words -> place + ": " + words + ", but the table says " + expect + " by `" + rule + "`");
    }

    /** Says of each cell how it is decided, the states of consent that are decided alike taken together. */
    static Stream<String> alike(Stream<Cell> cells, Function<Cell, Decision> decide) {
        record Alike(Cell cell, Decision decision) {}
        Map<Alike, List<ConsentStatus>> states = new LinkedHashMap<>();
        cells.forEach(one -> states.computeIfAbsent(
                        new Alike(one.with(ConsentStatus.NONE), decide.apply(one)), key -> new ArrayList<>())
                .add(one.consent()));
        return states.entrySet().stream()
                .map(one -> words(one.getKey().cell(), one.getValue()) + " is "
                        + words(one.getKey().decision()));
    }

    private boolean fits(Decision decision) {
        boolean outcome = expect.equals(outcome(decision)) || expect.equals("permit") && decision.permitted();
        return outcome
                && (rule.equals("*") || rule.equals(decision.rule()))
                && (transform.equals("*") || transform.equals(decision.transform()))
                && (remedy.equals("*") || remedy.equals(decision.remedy()));
    }

    private static String outcome(Decision decision) {
        return decision.permitted() ? word(decision.precision()) : "refuse";
    }

    private static String words(Cell one, List<ConsentStatus> states) {
        String consent = states.size() == ConsentStatus.values().length
                ? "whatever the consent,"
                : "consent " + states.stream().map(Trial::word).collect(Collectors.joining("|")) + ",";
        return String.join(
                " ",
                one.role().word(),
                word(one.act()),
                "`" + one.what() + "` for `" + one.purpose() + "`,",
                one.ownPool() ? "own pool," : "other pool,",
                consent);
    }

    private static String words(Decision decision) {
        String more = decision.transform() + decision.remedy();
        return outcome(decision) + " by `" + decision.rule() + "`" + (more.isEmpty() ? "" : " (" + more + ")");
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
