package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused when a folder is read, each on its own. */
final class SmallRulesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void build() {
        SmallHouse.in(folder);
    }

    @Test
    void hash_is_over_names_and_contents_each_with_its_length_before_it() throws Exception {
        Map<String, byte[]> files =
                Map.of("b.yaml", new byte[] {1, 2}, "a.cedar", "rules".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(written);
        for (String part : List.of("a.cedar", "rules", "b.yaml")) {
            out.writeInt(part.length());
            out.writeBytes(part);
        }
        out.writeInt(2);
        out.write(new byte[] {1, 2});

        assertThat(new PolicyFiles(new TreeMap<>(files)).hash()).isEqualTo(sha256(written.toByteArray()));
    }

    @Test
    void folder_with_the_ending_of_a_rule_file_is_no_rule_file() throws IOException {
        String before = PolicySet.read(folder).hash();
        Files.createDirectory(folder.resolve("old.cedar"));

        assertThat(PolicySet.read(folder).hash()).isEqualTo(before);
    }

    @Test
    void rule_of_the_time_rules_is_refused_when_it_is_there_twice() {
        House.edit(folder, Facts.WINDOWS, "rule: channel-unknown", "rule: line-push");

        assertThat(problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("windows.yaml: `line`: the rule id `line-push` is there twice"
                        + " (give each rule its own id)");
    }

    @Test
    void review_is_refused_when_it_is_no_day() {
        House.edit(folder, SmallHouse.RULES, SmallHouse.rule("officer-looks"), spoilt("officer-looks"));

        assertThat(problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("rules.cedar: `officer-looks`: `@review` is not a day"
                        + " (write it as `@review(\"2027-05-01\")`)");
    }

    @Test
    void class_in_a_rule_is_refused_once_when_nobody_lists_it() {
        House.edit(
                folder,
                SmallHouse.RULES,
                "when { context.consented };",
                "when { context.consented && !(resource in Class::\"nothing\") && resource != Class::\"nothing\" };");

        assertThat(problems())
                .extracting(PolicyProblem::toString)
                .containsExactly("rules.cedar: `concierge-knows-years`: `Class::\"nothing\"` is not in classes.yaml"
                        + " (add it there or correct the word)");
    }

    @Test
    void words_in_a_rule_are_checked_however_they_are_spaced() {
        House.edit(folder, SmallHouse.RULES, "Purpose::\"service\" };", "Purpose :: \"servise\" };");
        House.edit(folder, SmallHouse.RULES, "@transform(\"monthDay\")\n", "");
        House.edit(folder, SmallHouse.RULES, "Action::\"readGeneral\"", "Action ::\n\"readGeneral\"");

        assertThat(problems())
                .extracting(PolicyProblem::rule, PolicyProblem::sentence)
                .contains(
                        tuple("concierge-reads", "`Purpose::\"servise\"` is not in purposes.yaml"),
                        tuple("concierge-knows-day", "a rule that permits `readGeneral` has no `@transform`"));
    }

    @Test
    void rule_that_can_never_hold_is_refused() {
        House.edit(folder, SmallHouse.RULES, "when { context.consented };", "when { context.consented && false };");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(SmallHouse.RULES);
            assertThat(problem.rule()).isEqualTo("concierge-knows-years");
            assertThat(problem.sentence()).contains("impossible").doesNotStartWith("for policy");
        });
    }

    @Test
    void schema_that_is_none_is_refused_in_words() {
        SmallHouse.write(folder, CedarText.SCHEMA, "entity Role enum [\n");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(CedarText.SCHEMA);
            assertThat(problem.sentence()).isNotBlank().doesNotStartWith("Internal");
            assertThat(problem.remedy()).isEqualTo("correct the schema");
        });
    }

    @Test
    void rules_that_are_none_are_refused_in_words() {
        SmallHouse.write(folder, "more.cedar", "permit (principal\n");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("more.cedar");
            assertThat(problem.sentence()).isNotBlank().doesNotStartWith("Internal");
            assertThat(problem.remedy()).isEqualTo("correct the text of the rule");
        });
    }

    @Test
    void invalid_folder_says_everything_in_its_message() {
        House.edit(folder, Facts.CLASSES, "keep: 12 months", "keep: a while");

        PolicyInvalid invalid = catchThrowableOfType(PolicyInvalid.class, () -> PolicySet.read(folder));
        assertThat(invalid)
                .hasMessage("the policies cannot be used:\n"
                        + "classes.yaml: `birthday`: `keep` is missing or is not a length such as `24 months`"
                        + " (write `keep:` with a length such as `24 months`)");
    }

    private static String spoilt(String id) {
        return SmallHouse.rule(id).replace("2027-06-01", "next summer");
    }

    private List<PolicyProblem> problems() {
        PolicyInvalid invalid = catchThrowableOfType(PolicyInvalid.class, () -> PolicySet.read(folder));
        assertThat(invalid).as("the folder was taken").isNotNull();
        return invalid.problems();
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
