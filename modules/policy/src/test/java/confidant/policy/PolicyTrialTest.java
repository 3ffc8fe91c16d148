package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyTrialTest {
    @TempDir
    Path folder;

    @Test
    void tables_hold_and_speak_of_every_case() {
        assertThat(PolicyTrial.run(House.policies())).isEmpty();
    }

    @Test
    void trial_fails_in_words_when_a_rule_changed() {
        House.copy(folder);
        House.edit(folder, "concierge.cedar", "@transform(\"ageBand:10\")", "@transform(\"ageBand:5\")");

        assertThat(PolicyTrial.run(folder))
                .singleElement()
                .asString()
                .isEqualTo(
                        "concierge.csv line 23: concierge read `birthday` for `personalisation`, own pool, consent given|renewed,"
                                + " is general by `concierge-reads-birthday-age` (ageBand:5), but the table says general by"
                                + " `concierge-reads-birthday-age`");
    }

    @Test
    void trial_fails_when_nothing_speaks_of_a_case() {
        House.copy(folder);
        House.edit(folder, "tests/operator.csv", "operator,*,*,any,*,*", "operator,*,*,any,own,*");

        List<String> failures = PolicyTrial.run(folder);

        assertThat(failures).hasSize(51).last().asString().startsWith("and ");
        assertThat(failures.get(0)).startsWith("no table speaks of: operator").contains("other pool");
    }

    @Test
    void trial_names_the_line_when_a_row_cannot_be_read() {
        House.copy(folder);
        House.edit(folder, "tests/manager.csv", "manager,*,*,any,*,*", "manager,*,*,cooking,*,*");

        assertThat(PolicyTrial.run(folder)).contains("manager.csv line 3: `cooking` is not known");
    }

    @Test
    void tables_name_the_whole_product_of_roles_acts_classes_purposes_pools_and_states() {
        PolicySet policies = PolicySet.read(House.policies());
        Set<Cell> named = PolicyTrial.named(House.policies());
        List<String> missing = new ArrayList<>();
        int cells = 0;
        for (DataClassInfo what : policies.classes()) {
            for (Purpose purpose : policies.purposeIds()) {
                for (Actor.Role role : Actor.Role.values()) {
                    for (Act act : Act.values()) {
                        for (ConsentStatus state : ConsentStatus.values()) {
                            for (boolean own : new boolean[] {true, false}) {
                                Cell cell = new Cell(role, act, what.id(), purpose, own, state);
                                cells++;
                                if (!named.contains(cell)) {
                                    missing.add(cell.toString());
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(missing).as("cells that no golden table names").isEmpty();
        assertThat(named).hasSize(cells);
        assertThat(cells)
                .isEqualTo(policies.classes().size() * policies.purposeIds().size() * 7 * 9 * 2 * 12);
    }

    @Test
    void trial_names_the_state_of_consent_that_nobody_thought_of() {
        House.copy(folder);
        House.edit(folder, "tests/words.txt", "|revoked|", "|");

        assertThat(PolicyTrial.run(folder))
                .contains("no table speaks of: scheduler send `message` for `greeting`, own pool, consent revoked,"
                        + " is refuse by `consent-needed` (ask-consent)");
    }

    @Test
    void trial_fails_when_a_state_is_said_to_let_pass() {
        House.copy(folder);
        House.edit(folder, "tests/words.txt", "valid = given|renewed", "valid = given|renewed|pending");

        assertThat(PolicyTrial.run(folder))
                .contains("assistant.csv line 15: assistant send `message` for `greeting`, own pool, consent pending,"
                        + " is refuse by `consent-needed` (ask-consent), but the table says exact by"
                        + " `assistant-sends-consented`");
    }

    @Test
    void trial_names_a_table_without_its_head() throws IOException {
        House.copy(folder);
        Files.writeString(folder.resolve("tests/operator.csv"), "");

        assertThat(PolicyTrial.run(folder))
                .contains("operator.csv: the first line is not `" + Trial.HEADER + "`")
                .anyMatch(line -> line.startsWith("no table speaks of: operator"));
    }

    @Test
    void trial_says_so_when_there_are_no_tables() throws IOException {
        House.copy(folder);
        try (Stream<Path> files = Files.walk(folder.resolve("tests"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        assertThat(PolicyTrial.run(folder))
                .containsExactly("the golden tables cannot be read (check the folder `tests`)");
    }
}
