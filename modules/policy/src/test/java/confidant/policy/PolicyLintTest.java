package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.DataClass;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyLintTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() {
        House.copy(folder);
    }

    @Test
    void lint_has_nothing_to_say_of_the_house() {
        assertThat(PolicyLint.check(folder, TODAY)).isEmpty();
    }

    @Test
    void lint_finds_a_class_that_no_rule_speaks_of() {
        House.edit(folder, "classes.yaml", "groups: [proof]", "groups: [archive, noted]");
        House.edit(folder, "concierge.cedar", "resource in Class::\"proof\"", "resource in Class::\"archive\"");
        House.edit(
                folder,
                "concierge.cedar",
                "context.purpose == Purpose::\"legal\" }",
                "context.purpose == Purpose::\"trip\" }");
        House.edit(folder, "officer.cedar", "resource in Class::\"proof\"", "resource in Class::\"archive\"");
        House.edit(folder, "scheduler.cedar", "resource in Class::\"noted\"", "resource in Class::\"likes\"");
        House.edit(
                folder,
                "concierge.cedar",
                "Action::\"breakGlass\",\n  resource in Class::\"noted\"",
                "Action::\"breakGlass\",\n  resource in Class::\"likes\"");

        assertThat(PolicyLint.check(folder, TODAY))
                .extracting(PolicyProblem::toString)
                .contains(
                        "classes.yaml: `consent`: nobody may do anything with the class for `legal`"
                                + " (write a rule or take the purpose away)",
                        "classes.yaml: `consent`: tags of the class have no kind (add one to `kinds`)");
    }

    @Test
    void lint_finds_a_class_without_purpose_that_nobody_forbids() {
        House.edit(folder, "common.cedar", "resource in Class::\"special\"", "resource in Class::\"proof\"");

        assertThat(PolicyLint.check(folder, TODAY))
                .extracting(PolicyProblem::sentence)
                .contains("the class serves no purpose and no rule forbids it");
    }

    @Test
    void lint_finds_a_purpose_that_nothing_serves() {
        House.edit(folder, "classes.yaml", "purposes: [trip]", "purposes: [service]");
        House.edit(folder, "classes.yaml", "purposes: [service, trip]", "purposes: [service]");

        assertThat(PolicyLint.check(folder, TODAY))
                .extracting(PolicyProblem::toString)
                .containsExactly("purposes.yaml: `trip`: no class of data serves the purpose (list it in a class)");
    }

    @Test
    void lint_finds_reviews_that_are_due() {
        assertThat(PolicyLint.check(folder, LocalDate.parse("2027-05-01"))).isEmpty();
        assertThat(PolicyLint.check(folder, LocalDate.parse("2027-05-02")))
                .isNotEmpty()
                .allMatch(problem -> problem.sentence().equals("the day of review is past"));
    }

    @Test
    void lint_passes_on_what_makes_a_folder_unusable() {
        House.edit(folder, "concierge.cedar", "@transform(\"monthDay\")\n", "");

        assertThat(PolicyLint.check(folder, TODAY))
                .extracting(PolicyProblem::rule)
                .containsExactly("concierge-reads-birthday-day");
    }

    @Test
    void lint_finds_a_sealed_field_without_a_class() {
        House.edit(folder, "classes.yaml", "  - {field: proposal.card, classes: [noted]}\n", "");
        House.edit(folder, "classes.yaml", "{field: due.note, ", "{field: due.notes, ");

        assertThat(PolicyLint.check(folder, TODAY))
                .extracting(PolicyProblem::toString)
                .containsExactly(
                        "classes.yaml: `due.note`: the program seals the field and no class is named (list it in `fields`)",
                        "classes.yaml: `proposal.card`: the program seals the field and no class is named (list it in `fields`)",
                        "classes.yaml: `due.notes`: the program seals no such field (correct or remove it in `fields`)");
    }

    @Test
    void lint_finds_an_actor_without_a_purpose() {
        House.edit(folder, "manager.cedar", "principal == Role::\"manager\"", "principal == Role::\"operator\"");

        assertThat(PolicyLint.check(folder, TODAY))
                .extracting(PolicyProblem::toString)
                .containsExactly("rules: `manager`: no rule gives the role a purpose, and none says that it has none"
                        + " (permit it something, or forbid it everything, in a file of its own)");
    }

    @Test
    void every_listed_field_has_the_classes_that_can_lie_in_it() {
        PolicyEngine engine = new PolicyEngine(PolicySet.read(folder));

        assertThat(engine.fields()).containsOnlyKeys(SealedField.all());
        assertThat(engine.fields().get("message.text")).containsExactly(DataClass.MESSAGE, DataClass.CONFIDENCE);
        assertThat(engine.fields().get("tags.card"))
                .containsExactlyInAnyOrderElementsOf(engine.classes().stream()
                        .filter(one -> one.groups().contains("noted"))
                        .map(DataClassInfo::id)
                        .toList());
        assertThat(SealedField.listed("message", "text")).isTrue();
        assertThat(SealedField.listed("message", "title")).isFalse();
    }

    @Test
    void fields_are_refused_with_a_class_that_nobody_lists_or_twice() {
        House.edit(
                folder,
                "classes.yaml",
                "{field: due.note, classes: [birthday,",
                "{field: due.note, classes: [birthdy,");
        House.edit(folder, "classes.yaml", "field: address.value", "field: client.card");

        assertThat(PolicyLint.check(folder, TODAY))
                .extracting(PolicyProblem::toString)
                .containsExactly(
                        "classes.yaml: `client.card`: the field is there twice (remove one of the two)",
                        "classes.yaml: `due.note`: the class `birthdy` is not listed"
                                + " (add it to `classes` or correct the word)");
    }
}
