package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Lang;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SheetTest {
    private final List<PolicyProblem> problems = new ArrayList<>();

    @Test
    void key_that_is_there_twice_is_refused_with_its_line() {
        read("one: 1\ntwo: 2\none: 3\n");

        assertThat(problems)
                .extracting(PolicyProblem::toString)
                .containsExactly("a.yaml: the file is not YAML near line 3 (check indents, quotes and double keys)");
    }

    @Test
    void file_that_cannot_even_be_scanned_is_refused_without_a_line() {
        read("one: \u0007\n");

        assertThat(problems).extracting(PolicyProblem::sentence).containsExactly("the file is not YAML");
    }

    @Test
    void file_that_is_no_mapping_reads_as_an_empty_one() {
        assertThat(read("- one\n").has("one")).isFalse();
        assertThat(problems).extracting(PolicyProblem::sentence).containsExactly("the file is not a mapping");
    }

    @Test
    void number_is_whole_and_not_negative() {
        Sheet sheet = read("none: 0\nless: -1\nhalf: 0.5\nword: \"7\"\n");

        assertThat(sheet.number("none")).isZero();
        assertThat(problems).isEmpty();
        for (String odd : List.of("less", "half", "word", "absent")) {
            assertThat(sheet.number(odd)).as(odd).isZero();
        }
        assertThat(problems)
                .extracting(PolicyProblem::sentence)
                .containsExactly(
                        "`less` is missing or is not a whole number",
                        "`half` is missing or is not a whole number",
                        "`word` is missing or is not a whole number",
                        "`absent` is missing or is not a whole number");
    }

    @Test
    void length_counts_a_month_as_a_twelfth_of_a_year_and_never_rounds_up() {
        Sheet sheet = read("a: 90 minutes\nb: 36 hours\nc: 14 days\nd: 24 months\ne: 7 months\nf: 2 moons\n");

        assertThat(sheet.length("a")).isEqualTo(Duration.ofMinutes(90));
        assertThat(sheet.length("b")).isEqualTo(Duration.ofHours(36));
        assertThat(sheet.length("c")).isEqualTo(Duration.ofDays(14));
        assertThat(sheet.length("d")).isEqualTo(Duration.ofDays(730));
        assertThat(sheet.length("e")).isEqualTo(Duration.ofDays(212));
        assertThat(problems).isEmpty();
        assertThat(sheet.length("f")).isZero();
        assertThat(problems)
                .extracting(PolicyProblem::sentence)
                .containsExactly("`f` is missing or is not a length such as `24 months`");
    }

    @Test
    void lists_and_entries_of_another_form_are_reported_and_read_as_none() {
        Sheet sheet = read("words: north\nlist: {}\nmixed: [{id: x}, y]\n");

        assertThat(sheet.words("words")).isEmpty();
        assertThat(sheet.list("list", "id")).isEmpty();
        assertThat(sheet.list("mixed", "id")).hasSize(1);
        assertThat(problems)
                .extracting(PolicyProblem::sentence)
                .containsExactly(
                        "`words` is missing or is not a list such as [a, b]",
                        "`list` is missing or is not a list of entries",
                        "`mixed` has an entry without keys");
    }

    @Test
    void codes_keep_their_order_and_their_titles() {
        Sheet sheet = read("values:\n  z: &t {en: a, zh-Hant: b, zh-Hans: c}\n  a: *t\n");

        assertThat(sheet.codes("values"))
                .containsExactly(Map.entry("z", titles()), Map.entry("a", titles()))
                .hasSize(2);
        assertThat(problems).isEmpty();
    }

    private static Map<Lang, String> titles() {
        return Map.of(Lang.EN, "a", Lang.ZH_HANT, "b", Lang.ZH_HANS, "c");
    }

    private Sheet read(String text) {
        return Sheet.read("a.yaml", text, problems);
    }
}
