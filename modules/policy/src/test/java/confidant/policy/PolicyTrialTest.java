package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
                        "concierge.csv line 22: concierge read `birthday` for `personalisation`, own pool, with consent,"
                                + " is general by `concierge-reads-birthday-age` (ageBand:5), but the table says general by"
                                + " `concierge-reads-birthday-age`");
    }

    @Test
    void trial_fails_when_nothing_speaks_of_a_case() {
        House.copy(folder);
        House.edit(folder, "tests/operator.csv", "operator,*,*,*,*,*", "operator,*,*,*,own,*");

        List<String> failures = PolicyTrial.run(folder);

        assertThat(failures).hasSizeGreaterThan(50).last().asString().startsWith("and ");
        assertThat(failures.get(0)).startsWith("no table speaks of: operator").contains("other pool");
    }

    @Test
    void trial_names_the_line_when_a_row_cannot_be_read() {
        House.copy(folder);
        House.edit(folder, "tests/manager.csv", "manager,*,*,*,*,*", "manager,*,*,cooking,*,*");

        assertThat(PolicyTrial.run(folder)).contains("manager.csv line 3: `cooking` is not known");
    }
}
