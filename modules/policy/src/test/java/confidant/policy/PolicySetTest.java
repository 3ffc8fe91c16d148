package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicySetTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copy() {
        House.copy(folder);
    }

    @Test
    void hash_changes_with_the_files_that_decide_only() throws IOException {
        String before = PolicySet.read(folder).hash();
        assertThat(before)
                .matches("[0-9a-f]{64}")
                .isEqualTo(PolicySet.read(House.policies()).hash());

        Files.writeString(folder.resolve("README.md"), "notes for people");
        assertThat(PolicySet.read(folder).hash()).isEqualTo(before);

        House.edit(folder, "windows.yaml", "\"21:00\"", "\"20:00\"");
        String quieter = PolicySet.read(folder).hash();
        assertThat(quieter).isNotEqualTo(before);

        Files.writeString(folder.resolve("empty.cedar"), "");
        assertThat(PolicySet.read(folder).hash()).isNotIn(before, quieter);
    }

    @Test
    void problems_are_all_reported_at_once() {
        House.edit(folder, "purposes.yaml", "basis: contract", "basis: kindness");
        House.edit(folder, "classes.yaml", "purposes: [trip]", "purposes: [tripp]");
        House.edit(folder, "windows.yaml", "reach: anytime", "reach: sometimes");
        House.edit(folder, "concierge.cedar", "context.ownPool", "context.ownPol");
        House.edit(folder, "officer.cedar", "Action::\"audit\"", "Action::\"audits\"");
        House.edit(folder, "client.cedar", "Role::\"client\"", "Role::\"customer\"");
        House.edit(folder, "assistant.cedar", "Purpose::\"service\"", "Purpose::\"servise\"");
        House.edit(folder, "scheduler.cedar", "action ==", "action =");

        List<PolicyProblem> problems = problems();

        assertThat(problems)
                .extracting(PolicyProblem::file)
                .contains(
                        "purposes.yaml",
                        "classes.yaml",
                        "windows.yaml",
                        "concierge.cedar",
                        "officer.cedar",
                        "client.cedar",
                        "assistant.cedar",
                        "scheduler.cedar");
        assertThat(problems)
                .extracting(PolicyProblem::toString)
                .contains(
                        "purposes.yaml: `service`: `kindness` is not contract, legal-duty or consent (correct the word)",
                        "assistant.cedar: `assistant-reads-messages`: `Purpose::\"servise\"` is not in purposes.yaml"
                                + " (add it there or correct the word)")
                .anyMatch(line -> line.startsWith("concierge.cedar: `concierge-segments`: attribute `ownPol`")
                        && line.endsWith("(did you mean `ownPool`?)"))
                .allMatch(line -> !line.contains("Exception") && !line.contains("java."));
    }

    @Test
    void blunt_rule_is_refused_without_a_transform() {
        House.edit(folder, "concierge.cedar", "@transform(\"monthDay\")\n", "");

        assertThat(problems())
                .singleElement()
                .extracting(PolicyProblem::rule, PolicyProblem::remedy)
                .containsExactly("concierge-reads-birthday-day", "say how the value is blunted");
    }

    @Test
    void transform_is_refused_when_nobody_knows_it() {
        House.edit(folder, "concierge.cedar", "@transform(\"monthDay\")", "@transform(\"blurred\")");

        assertThat(problems()).extracting(PolicyProblem::sentence).containsExactly("`@transform` is not known");
    }

    @Test
    void rule_is_refused_when_people_could_not_read_it() {
        House.edit(folder, "operator.cedar", "@title_zh_Hans", "@titel_zh_Hans");
        House.edit(folder, "manager.cedar", "@id(\"manager-sees-no-client\")\n", "");

        assertThat(problems())
                .extracting(PolicyProblem::toString)
                .containsExactlyInAnyOrder(
                        "operator.cedar: `operator-sees-nothing`: the rule has no `@title_zh_Hans`"
                                + " (write `@title_zh_Hans(\"...\")` above it)",
                        "manager.cedar: a rule has no `@id` (write `@id(\"...\")` above it)");
    }

    @Test
    void rule_id_is_refused_when_it_is_there_twice() {
        House.edit(folder, "manager.cedar", "manager-sees-no-client", "operator-sees-nothing");

        assertThat(problems()).extracting(PolicyProblem::sentence).contains("the rule id is there twice");
    }

    @Test
    void words_are_refused_when_a_language_is_missing() {
        House.edit(folder, "purposes.yaml", "      zh-Hant: 為您服務\n", "");

        assertThat(problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("purposes.yaml: `service`: `title` has no words in zh-Hant"
                        + " (write it in all three languages)");
    }

    @Test
    void tag_kind_is_refused_when_its_class_is_not_listed() {
        House.edit(folder, "classes.yaml", "class: dietary", "class: dietry");

        assertThat(problems()).extracting(PolicyProblem::sentence).containsExactly("the class `dietry` is not listed");
    }

    @Test
    void key_is_refused_when_nobody_knows_it() {
        House.edit(folder, "purposes.yaml", "    marketing: true\n    lasts", "    marketing: true\n    expires");

        assertThat(problems()).extracting(PolicyProblem::sentence).anyMatch("`expires` is not a known key"::equals);
    }

    @Test
    void bare_time_is_refused() {
        House.edit(folder, "windows.yaml", "from: \"21:00\"", "from: 21:00");

        assertThat(problems()).isNotEmpty().allMatch(problem -> problem.file().equals("windows.yaml"));
    }

    @Test
    void broken_files_are_reported_by_name() throws IOException {
        Files.writeString(folder.resolve("purposes.yaml"), "purposes: [");
        Files.delete(folder.resolve("classes.yaml"));
        assertThat(problems()).extracting(PolicyProblem::file).containsExactly("classes.yaml");

        Files.writeString(folder.resolve("classes.yaml"), "classes: []\nkinds: []\n");
        assertThat(problems()).extracting(PolicyProblem::file).contains("purposes.yaml");

        Files.write(folder.resolve("client.cedar"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(problems()).extracting(PolicyProblem::sentence).containsExactly("the file is not UTF-8");
    }

    @Test
    void missing_folder_is_reported() {
        assertThat(catchThrowableOfType(PolicyInvalid.class, () -> PolicySet.read(folder.resolve("nowhere")))
                        .problems())
                .isNotEmpty();
    }

    private List<PolicyProblem> problems() {
        PolicyInvalid invalid = catchThrowableOfType(PolicyInvalid.class, () -> PolicySet.read(folder));
        assertThat(invalid).as("the folder was taken").isNotNull();
        return invalid.problems();
    }
}
