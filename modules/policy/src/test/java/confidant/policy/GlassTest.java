package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Actor.Role;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Precision;
import confidant.model.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlassTest {
    @TempDir
    private Path folder;

    private List<String> problems() {
        List<PolicyProblem> problems = new ArrayList<>();
        PolicySet.read(folder, problems);
        return problems.stream().map(PolicyProblem::toString).toList();
    }

    private static Decision decide(String what, Purpose purpose, boolean own, boolean valid) {
        return PolicySet.read(House.policies())
                .table()
                .decide(Role.CONCIERGE, Act.BREAK, new DataClass(what), purpose, own, valid);
    }

    @Test
    void glass_isTheHousesOwn_withTheRuleThatPeopleRead() {
        PolicyEngine engine = new PolicyEngine(PolicySet.read(House.policies()));
        Glass glass = engine.glass();

        assertThat(glass.lasts()).isEqualTo(Duration.ofMinutes(15));
        assertThat(glass.day()).isEqualTo(10);
        assertThat(glass.all()).extracting(Glass.Reason::id).containsExactly("danger", "booking", "demand");
        assertThat(glass.reason("danger").orElseThrow().told()).containsKeys(Lang.values());
        assertThat(glass.reason("curious")).isEmpty();
        assertThat(engine.rule(glass.rule())).isPresent();
    }

    @Test
    void glass_isBrokenForNoReason_whereTheRulesHaveNoSuchFile() throws IOException {
        House.copy(folder);
        Files.delete(folder.resolve(Glass.FILE));
        Glass glass = new PolicyEngine(PolicySet.read(folder)).glass();

        assertThat(glass.all()).isEmpty();
        assertThat(glass.day()).isZero();
    }

    @Test
    void glass_showsExactly_whatReadingBlunts() {
        Decision decision = decide("birthday", Purpose.GREETING, true, true);

        assertThat(decision.rule()).isEqualTo("concierge-breaks-glass");
        assertThat(decision.precision()).isEqualTo(Precision.EXACT);
        assertThat(decide("birthday", Purpose.GREETING, true, false).remedy()).isEqualTo(Decision.ASK_CONSENT);
        assertThat(decide("birthday", Purpose.GREETING, false, true).permitted())
                .isFalse();
        assertThat(decide("special", Purpose.SERVICE, true, true).rule()).isEqualTo("special-never");
        assertThat(decide("confidence", new Purpose("confidence"), true, true).rule())
                .isEqualTo("private-between-us");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lasts: 15 minutes;lasts: 0 minutes;`lasts` is more than nothing",
                "lasts: 15 minutes;lasts: 2 days;a day at most",
                "day: 10;day: 101;`day` is 100 at most",
                "day: 10;day: some;`day` is missing or is not a whole number",
                "- id: booking;- id: danger;the reason is there twice",
                "- id: booking;- id: Some Thing;is not an id of 2 to 20",
                "rule: glass-limit;rules: glass-limit;`rules` is not a known key"
            })
    void file_isRefused_whenOdd(String there, String instead, String problem) {
        House.copy(folder);
        House.edit(folder, Glass.FILE, there, instead);

        assertThat(problems()).anyMatch(line -> line.contains(problem));
    }
}
