package confidant.policy;

import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Purpose;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what a set of rules forgets: beyond {@link PolicySet#read}, which finds what is wrong with it. */
public final class PolicyLint {
    /** They may ask about everything, so that they say nothing about whether a class was thought of. */
    private static final Set<Actor.Role> GENERAL = Set.of(Actor.Role.CLIENT, Actor.Role.OFFICER);

    private final PolicySet policies;
    private final DecisionTable table;
    private final List<PolicyProblem> gaps = new ArrayList<>();

    private PolicyLint(PolicySet policies) {
        this.policies = policies;
        this.table = policies.table();
    }

    /**
     * All problems of a folder; where it can be used, its gaps: classes that no rule speaks of, tag classes without a kind,
     * purposes without data, sealed fields without a class, actors without a purpose, rules whose day of review is past.
     *
     * @return empty when there is nothing to say
     */
    public static List<PolicyProblem> check(Path folder, LocalDate today) {
        List<PolicyProblem> problems = new ArrayList<>();
        PolicySet.read(folder, problems).ifPresent(read -> problems.addAll(check(read, today)));
        return problems;
    }

    /** The gaps of a set that can be used. */
    static List<PolicyProblem> check(PolicySet policies, LocalDate today) {
        return new PolicyLint(policies).gaps(today);
    }

    private List<PolicyProblem> gaps(LocalDate today) {
        policies.classes().forEach(this::classGaps);
        policies.purposeIds().forEach(this::purposeGaps);
        List.of(Actor.Role.values()).forEach(this::roleGaps);
        fieldGaps();
        for (Rule rule : policies.rules().values()) {
            if (!rule.review().isEmpty() && LocalDate.parse(rule.review()).isBefore(today)) {
                report("rules", rule.id(), "the day of review is past", "read the rule again and move the day");
            }
        }
        return gaps;
    }

    private void classGaps(DataClassInfo one) {
        String id = one.id().id();
        for (Purpose purpose : one.purposes()) {
            if (!served(one.id(), purpose)) {
                String what = "nobody may do anything with the class for `" + purpose + "`";
                report(Facts.CLASSES, id, what, "write a rule or take the purpose away");
            }
        }
        if (one.purposes().isEmpty()
                && policies.purposeIds().stream().anyMatch(purpose -> unspoken(one.id(), purpose))) {
            report(
                    Facts.CLASSES,
                    id,
                    "the class serves no purpose and no rule forbids it",
                    "list purposes or forbid it");
        }
        if (one.groups().contains("noted") && kindsOf(one.id()) == 0) {
            report(Facts.CLASSES, id, "tags of the class have no kind", "add one to `kinds`");
        }
    }

    private void purposeGaps(Purpose purpose) {
        if (policies.classes().stream().noneMatch(one -> one.purposes().contains(purpose))) {
            report(Facts.PURPOSES, purpose.id(), "no class of data serves the purpose", "list it in a class");
        }
    }

    /** A role of which the rules say neither what it may do nor that it may do nothing. */
    private void roleGaps(Actor.Role role) {
        boolean forgotten = table.cases().stream()
                .filter(one -> one.role() == role)
                .map(table::decide)
                .noneMatch(one -> one.permitted() || policies.speaksOf(one.rule(), role));
        if (forgotten) {
            String what = "no rule gives the role a purpose, and none says that it has none";
            report("rules", role.word(), what, "permit it something, or forbid it everything, in a file of its own");
        }
    }

    private void fieldGaps() {
        Set<String> listed = policies.facts().fields().keySet();
        for (String field : SealedField.all()) {
            if (policies.facts().fields().getOrDefault(field, List.of()).isEmpty()) {
                report(
                        Facts.CLASSES,
                        field,
                        "the program seals the field and no class is named",
                        "list it in `fields`");
            }
        }
        for (String field : listed) {
            if (!SealedField.all().contains(field)) {
                report(Facts.CLASSES, field, "the program seals no such field", "correct or remove it in `fields`");
            }
        }
    }

    private boolean served(DataClass what, Purpose purpose) {
        return table.cases().stream()
                .filter(one -> one.what().equals(what) && one.purpose().equals(purpose))
                .filter(one -> !GENERAL.contains(one.role()))
                .anyMatch(one -> table.decide(one).permitted());
    }

    private boolean unspoken(DataClass what, Purpose purpose) {
        Case noting = new Case(Actor.Role.CONCIERGE, Act.TAG, what, purpose, true, true);
        return !table.decide(noting).permitted() && table.decide(noting).rule().equals(Decision.DEFAULT_DENY);
    }

    private long kindsOf(DataClass what) {
        return policies.facts().kinds().values().stream()
                .filter(kind -> kind.dataClass().equals(what))
                .count();
    }

    private void report(String file, String entry, String sentence, String remedy) {
        gaps.add(new PolicyProblem(file, entry, sentence, remedy));
    }
}
