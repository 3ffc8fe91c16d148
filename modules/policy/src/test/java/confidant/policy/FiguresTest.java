package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.Purpose;
import confidant.policy.FigureQuestion.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @TempDir
    private Path folder;

    private List<String> problems() {
        List<PolicyProblem> problems = new ArrayList<>();
        PolicySet.read(folder, problems);
        return problems.stream().map(PolicyProblem::toString).toList();
    }

    @Test
    void figures_areTheHousesOwn_withTheRuleThatPeopleRead() {
        PolicyEngine engine = new PolicyEngine(PolicySet.read(House.policies()));
        Figures figures = engine.figures();

        assertThat(figures.threshold()).isEqualTo(10);
        assertThat(figures.epsilon()).isEqualTo(new Ratio(1, 2));
        assertThat(figures.budget()).isEqualTo(new Ratio(4, 1));
        assertThat(engine.rule(figures.rule())).isPresent();
        FigureQuestion greeting = figures.question("consent-greeting").orElseThrow();
        assertThat(greeting.counted()).isEqualTo(Counted.CONSENT);
        assertThat(greeting.of()).contains(Purpose.GREETING);
        assertThat(greeting.what()).isEqualTo("consent.greeting");
        assertThat(figures.question("clients-by-name")).isEmpty();
    }

    @Test
    void figures_areNone_whereTheRulesHaveNoSuchFile() throws IOException {
        House.copy(folder);
        Files.delete(folder.resolve(Figures.FILE));
        Figures figures = new PolicyEngine(PolicySet.read(folder)).figures();

        assertThat(figures.all()).isEmpty();
        assertThat(figures.rule()).isEqualTo(Decision.DEFAULT_DENY);
    }

    @Test
    void figures_changeTheFingerprintOfTheRules() {
        String before = PolicySet.read(House.copy(folder)).hash();
        House.edit(folder, Figures.FILE, "epsilon: 1/2", "epsilon: 1/3");
        assertThat(PolicySet.read(folder).hash()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0/3", "1001", "1/1001"})
    void epsilonsThatCannotBeDrawnExactly_areRefused(String odd) {
        House.copy(folder);
        House.edit(folder, Figures.FILE, "epsilon: 1/2", "epsilon: " + odd);
        House.edit(folder, Figures.FILE, "budget: 4", "budget: 1000");

        assertThat(problems()).anySatisfy(line -> assertThat(line).contains("`epsilon` is above zero"));
    }

    @Test
    void numbersAtTheirBounds_areTaken_andEveryQuestionIsListed() {
        House.copy(folder);
        House.edit(folder, Figures.FILE, "epsilon: 1/2", "epsilon: 1000");
        House.edit(folder, Figures.FILE, "budget: 4", "budget: 1000");
        House.edit(folder, Figures.FILE, "threshold: 10", "threshold: 1");

        assertThat(problems()).isEmpty();
        assertThat(new PolicyEngine(PolicySet.read(folder)).figures().all()).isNotEmpty();
        House.edit(folder, Figures.FILE, "epsilon: 1000", "epsilon: 1/1000");
        assertThat(problems()).isEmpty();
    }

    @Test
    void answersMayBeForAQuarter_andForListedPurposesOnly() {
        House.copy(folder);
        House.edit(folder, Figures.FILE, "period: month", "period: quarter");
        Figures figures = new PolicyEngine(PolicySet.read(folder)).figures();
        assertThat(figures.period(Instant.parse("2026-11-29T00:00:00Z"))).isEqualTo("2026-q4");

        House.edit(folder, Figures.FILE, "purpose: service", "purpose: nowhere");
        assertThat(problems()).anySatisfy(line -> assertThat(line).contains("the purpose `nowhere` is not listed"));
    }

    @Test
    void ratios_areCompared_asTheNumbersTheyAre() {
        assertThat(new Ratio(2, 3)).isLessThan(new Ratio(3, 4)).isGreaterThan(new Ratio(3, 5));
        assertThat(new Ratio(7, 2)).isGreaterThan(new Ratio(10, 3)).isLessThan(new Ratio(11, 3));
    }

    @Test
    void figures_areRefused_withEveryMistakeAtOnce() {
        House.copy(folder);
        House.edit(folder, Figures.FILE, "threshold: 10", "threshold: 0");
        House.edit(folder, Figures.FILE, "epsilon: 1/2", "epsilon: 0.5");
        House.edit(folder, Figures.FILE, "budget: 4", "budget: 1/4");
        House.edit(folder, Figures.FILE, "counts: channel\n    purpose: service", "counts: name\n    purpose: sharing");
        House.edit(
                folder,
                Figures.FILE,
                "    of: greeting\n    purpose: legal\n    title:\n      en: Consent",
                "    purpose: legal\n    title:\n      en: Consent");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "figures.yaml: a `threshold` is at least 1 (write how many clients a cell must have to be shown)",
                        "figures.yaml: `0.5` is not a fraction such as 1/2 (correct the word)",
                        "figures.yaml: the `budget` is smaller than one `epsilon` (nothing could be asked: raise it)",
                        "figures.yaml: `clients-by-channel`: `name` is not one of concierge, channel, last-word, consent,"
                                + " sent, open (correct the word)",
                        "figures.yaml: `clients-by-channel`: nobody agreed to be counted for `sharing` (count under a"
                                + " purpose on another basis)",
                        "figures.yaml: `clients-by-channel`: the question is there twice (remove one of the two)",
                        "figures.yaml: `consent-greeting`: it is counted by a purpose (name the purpose under `of`)");
    }

    @Test
    void question_underASecondName_isRefused() {
        House.copy(folder);
        House.edit(
                folder,
                Figures.FILE,
                "    of: sharing\n    purpose: legal\n    title:\n      en: Consent",
                "    of: greeting\n    purpose: legal\n    title:\n      en: Consent");
        assertThat(problems())
                .containsExactly(
                        "figures.yaml: `consent-sharing`: the question is there twice (remove one of the two)");
    }

    @Test
    void period_liesInOneQuarter() {
        Figures figures = new PolicyEngine(PolicySet.read(House.policies())).figures();
        Instant last = Instant.parse("2026-12-31T23:59:59Z");
        assertThat(figures.period(last)).isEqualTo("2026-12");
        assertThat(Figures.quarter(last)).isEqualTo("2026-q4");
        assertThat(Figures.nextQuarter(last)).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(Figures.quarter(Figures.nextQuarter(last))).isEqualTo("2027-q1");
        assertThat(Figures.nextQuarter(Instant.parse("2026-04-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    }

    @Test
    void ratio_isExact() {
        Ratio half = Ratio.parse("1/2");
        assertThat(Ratio.parse("4")).isEqualTo(new Ratio(4, 1)).hasToString("4");
        assertThat(half.plus(Ratio.parse("1/3"))).isEqualTo(new Ratio(5, 6)).hasToString("5/6");
        assertThat(half.plus(half)).isEqualTo(Ratio.parse("2/2"));
        assertThat(half).isLessThan(Ratio.parse("2/3"));
        assertThat(Ratio.ZERO.plus(half)).isEqualTo(half);
        assertThatThrownBy(() -> Ratio.parse("1/0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ratio.parse("-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ratio(999_999, 1_000_000).plus(new Ratio(1, 999_983)))
                .isInstanceOf(ArithmeticException.class);
    }
}
