package confidant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Advisor.Spotted;
import confidant.model.Lang;
import confidant.model.Personal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagSpotterTest {
    private static List<Spotted> spot(String text) {
        return Tables.ADVISOR.spot(Personal.of(text), Lang.EN, Tables.SUNDAY);
    }

    private static Set<String> facts(String text) {
        return spot(text).stream()
                .map(found -> found.kind() + "=" + found.value().reveal())
                .collect(Collectors.toSet());
    }

    @Test
    void proposals_areExact_forTheWholeTable() {
        List<String[]> rows = Tables.rows("spots.tsv");
        List<String> bad = new ArrayList<>();
        for (String[] row : rows) {
            Set<String> expected = row[0].equals("-") ? Set.of() : Set.of(row[0].split(";"));
            Set<String> got = facts(row[1]);
            if (!got.equals(expected)) {
                bad.add(row[1] + " -> " + got + " instead of " + expected + "\n");
            }
        }
        assertThat(rows).hasSizeGreaterThanOrEqualTo(80);
        assertThat(bad).isEmpty();
    }

    @Test
    void proposals_areMostlyRight_forUnseenLines_andNeverMadeUp() {
        List<String[]> rows = Tables.rows("spots-unseen.tsv");
        List<String> madeUp = new ArrayList<>();
        int right = 0;
        for (String[] row : rows) {
            Set<String> expected = row[0].equals("-") ? Set.of() : Set.of(row[0]);
            Set<String> got = facts(row[1]);
            right += got.equals(expected) ? 1 : 0;
            if (!expected.containsAll(got)) {
                madeUp.add(row[1] + " -> " + got);
            }
        }
        System.out.printf("spots-unseen.tsv right %d of %d%n", right, rows.size());
        assertThat(madeUp).isEmpty();
        assertThat(right / (double) rows.size()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void proposals_areTheSame_fromManyThreads() {
        List<String[]> rows = Tables.rows("spots.tsv");
        List<Set<String>> alone = rows.stream().map(row -> facts(row[1])).toList();

        List<Set<String>> together =
                rows.parallelStream().map(row -> facts(row[1])).toList();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void proposals_areNone_forSensitiveOrConfidedClauses() {
        List<String> bad = new ArrayList<>();
        for (String line : Tables.lines("spots-sensitive.txt")) {
            if (!spot(line).isEmpty()) {
                bad.add(line + " -> " + facts(line));
            }
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void proposals_stayForOtherClauses_whenOneIsSensitive() {
        assertThat(facts("I have diabetes. I live in Taipei.")).containsExactly("region=north");
        assertThat(facts("我有糖尿病,我住在台北")).containsExactly("region=north");
    }

    @Test
    void proposals_areRare_onTalkThatStatesNothingLasting() {
        List<Tables.Sample> samples = Tables.shared("clinc150-intents-en.jsonl");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < samples.size(); i += 20) {
            for (String fact : facts(samples.get(i).text())) {
                found.add(fact + " <- " + samples.get(i).text());
            }
        }
        System.out.printf("spots on clinc: %d of %d%n", found.size(), samples.size() / 20);
        assertThat(found).hasSizeLessThan(samples.size() / 20 / 50);
    }

    @ParameterizedTest
    @CsvSource({"tonight is warm,0", "'my birthday is 31 February',0", "'我生日是13月40號',0", "'',0"})
    void proposals_areNone_forDaysThatDoNotExist(String text, int count) {
        assertThat(spot(text)).hasSize(count);
    }

    @Test
    void confidence_isBetweenZeroAndOne_andLowerWhereADateIsAmbiguous() {
        double clear = spot("my birthday is 25/12").get(0).confidence();
        double ambiguous = spot("my birthday is 5/3").get(0).confidence();

        assertThat(clear).isBetween(0.0, 1.0);
        assertThat(ambiguous).isLessThan(clear);
    }

    @Test
    void tomorrow_isTheDayOfTheHousesZone_lateInTheEvening() {
        java.time.Instant evening = java.time.Instant.parse("2026-11-22T17:00:00Z");

        assertThat(Tables.ADVISOR.spot(Personal.of("today is my birthday"), Lang.EN, evening))
                .extracting(found -> found.value().reveal())
                .containsExactly("--11-23");
    }

    @Test
    void overlongText_isNotRead() {
        assertThat(spot("I love tea. ".repeat(1_000))).isEmpty();
    }
}
