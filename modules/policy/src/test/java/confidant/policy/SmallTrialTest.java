package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link PolicyTrialTest} shows on the house's own tables, row by row on small ones. */
final class SmallTrialTest {
    private static final DataClass MESSAGE = DataClass.MESSAGE;
    private static final DataClass BIRTHDAY = new DataClass("birthday");

    @TempDir
    Path folder;

    @BeforeEach
    void build() {
        SmallHouse.in(folder);
    }

    @Test
    void table_holds_and_names_every_cell_once() {
        assertThat(PolicyTrial.run(folder)).isEmpty();
        assertThat(PolicyTrial.named(folder)).containsExactlyInAnyOrderElementsOf(Cell.all(PolicySet.read(folder)));
    }

    @Test
    void cells_are_the_whole_product_each_once() {
        assertThat(Cell.all(PolicySet.read(folder)))
                .doesNotHaveDuplicates()
                .hasSize(2 * 2 * 7 * 9 * 2 * ConsentStatus.values().length)
                .contains(
                        new Cell(Actor.Role.CLIENT, Act.READ, MESSAGE, Purpose.GREETING, false, ConsentStatus.NONE),
                        new Cell(Actor.Role.CLIENT, Act.READ, MESSAGE, Purpose.GREETING, true, ConsentStatus.NONE));
    }

    @Test
    void row_fails_when_any_of_its_four_expectations_is_wrong() {
        String row = "concierge,read,birthday,greeting,*,valid,general,concierge-knows-years,ageBand:10,";
        String is = "small.csv line 13: concierge read `birthday` for `greeting`, own pool, consent given|renewed,"
                + " is general by `concierge-knows-years` (ageBand:10), but the table says ";

        assertThat(afterEdit(row, row.replace("general", "exact")))
                .hasSize(2)
                .contains(is + "exact by `concierge-knows-years`")
                .contains((is + "exact by `concierge-knows-years`").replace("own pool", "other pool"));
        assertThat(afterEdit(row.replace("general", "exact"), row.replace("concierge-knows-years", "x")))
                .hasSize(2)
                .contains(is + "general by `x`");
        assertThat(afterEdit(row.replace("concierge-knows-years", "x"), row.replace("ageBand:10", "monthDay")))
                .hasSize(2)
                .contains(is + "general by `concierge-knows-years`");
        assertThat(afterEdit(row.replace("ageBand:10", "monthDay"), row + "wait"))
                .hasSize(2)
                .contains(is + "general by `concierge-knows-years`");
    }

    @Test
    void row_holds_when_it_only_says_permit_and_leaves_the_rest_open() {
        String row = "concierge,read,birthday,greeting,*,valid,general,concierge-knows-years,ageBand:10,";

        assertThat(afterEdit(row, "concierge,read,birthday,greeting,*,valid,permit,*,*,*"))
                .isEmpty();
        assertThat(afterEdit(
                        "concierge,read,birthday,service,*,*,refuse,default-deny,,none",
                        "concierge,read,birthday,service,*,*,permit,*,*,*"))
                .containsExactly(
                        "small.csv line 15: concierge read `birthday` for `service`, own pool, whatever the consent,"
                                + " is refuse by `default-deny` (none), but the table says permit by `*`",
                        "small.csv line 15: concierge read `birthday` for `service`, other pool, whatever the consent,"
                                + " is refuse by `default-deny` (none), but the table says permit by `*`");
    }

    @Test
    void states_that_are_decided_alike_are_told_together() {
        assertThat(afterEdit(
                        "greeting,*,valid,general,concierge-knows-years,ageBand:10,\n",
                        "greeting,own,given|renewed,general,concierge-knows-years,ageBand:10,\n"))
                .containsExactly("no table speaks of: concierge read `birthday` for `greeting`, other pool,"
                        + " consent given|renewed, is general by `concierge-knows-years` (ageBand:10)");
        assertThat(afterEdit("concierge,read,message,service,own,*,exact,concierge-reads,,\n", ""))
                .contains("no table speaks of: concierge read `message` for `service`, own pool,"
                        + " whatever the consent, is exact by `concierge-reads`")
                .hasSize(2);
    }

    @Test
    void failures_are_cut_after_fifty() {
        String fifty = "audit,audit\n".repeat(50);
        SmallHouse.write(folder, "tests/wrong.csv", Trial.HEADER + "\n" + fifty);
        assertThat(PolicyTrial.run(folder))
                .hasSize(50)
                .startsWith("wrong.csv line 2: the row has 2 cells and needs 10")
                .endsWith("wrong.csv line 51: the row has 2 cells and needs 10");

        SmallHouse.write(folder, "tests/wrong.csv", Trial.HEADER + "\n" + fifty + "one,more\none,more\n");
        assertThat(PolicyTrial.run(folder))
                .hasSize(51)
                .endsWith("wrong.csv line 51: the row has 2 cells and needs 10", "and 2 more");
    }

    @Test
    void tables_are_read_in_the_order_of_their_names_and_nothing_else_is() {
        SmallHouse.write(folder, "tests/z.csv", "role");
        SmallHouse.write(folder, "tests/a.csv", "");
        SmallHouse.write(folder, "tests/notes.txt", "no table");

        assertThat(PolicyTrial.run(folder))
                .containsExactly(
                        "a.csv: the first line is not `" + Trial.HEADER + "`",
                        "z.csv: the first line is not `" + Trial.HEADER + "`");
    }

    @Test
    void words_are_optional_and_a_word_that_nobody_knows_is_named() throws IOException {
        Words words = Words.read(folder.resolve("tests"));
        assertThat(words.meanings()).containsOnlyKeys("valid", "not-valid", "rest");
        assertThat(words.pick("*", List.of("x", "y"), one -> one)).containsExactly("x", "y");
        assertThat(words.pick("y|x", List.of("x", "y"), one -> one)).containsExactly("y", "x");
        assertThatThrownBy(() -> words.pick("x|z", List.of("x", "y"), one -> one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`z` is not known");

        Files.delete(folder.resolve("tests/words.txt"));
        assertThat(Words.read(folder.resolve("tests")).meanings()).isEmpty();
        assertThat(PolicyTrial.run(folder)).contains("small.csv line 20: `rest` is not known");
    }

    @Test
    void place_for_purposes_picks_served_others_or_all() {
        PolicySet policies = PolicySet.read(folder);

        assertThat(purposes(policies, "*")).containsExactly(Purpose.GREETING);
        assertThat(purposes(policies, "unserved")).containsExactly(Purpose.SERVICE);
        assertThat(purposes(policies, "any")).containsExactly(Purpose.SERVICE, Purpose.GREETING);
        assertThat(purposes(policies, "greeting|service")).containsExactly(Purpose.GREETING, Purpose.SERVICE);
    }

    @Test
    void class_that_serves_nothing_is_tried_under_every_purpose() {
        House.edit(folder, Facts.CLASSES, "groups: [noted], purposes: [greeting]", "groups: [noted], purposes: []");
        PolicySet policies = PolicySet.read(folder);

        assertThat(purposes(policies, "*")).containsExactly(Purpose.SERVICE, Purpose.GREETING);
        assertThat(purposes(policies, "unserved")).isEmpty();
    }

    private static List<Purpose> purposes(PolicySet policies, String cell) {
        String line = "client,read,birthday," + cell + ",own,given,permit,*,*,*";
        return Trial.read("here", line, policies, new Words(Map.of())).cells().stream()
                .map(Cell::purpose)
                .toList();
    }

    private List<String> afterEdit(String old, String fresh) {
        House.edit(folder, SmallHouse.TABLE, old, fresh);
        return PolicyTrial.run(folder);
    }
}
