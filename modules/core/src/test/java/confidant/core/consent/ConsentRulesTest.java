package confidant.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.consent.ConsentRules.Ruling;
import confidant.core.consent.ConsentRules.Situation;
import confidant.core.consent.ConsentRules.Step;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every cell of the table of who may do what, against {@code steps.csv}. */
class ConsentRulesTest {
    private static final List<Row> TABLE = table();

    private record Cell(Expressed who, Step step, Situation now) {
        List<String> words() {
            return List.of(
                    word(who), word(step), word(now.status()), word(now.live()), word(now.rested()), word(now.over()));
        }

        private static String word(Enum<?> one) {
            return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static String word(boolean flag) {
            return flag ? "yes" : "no";
        }
    }

    private record Row(String line, List<Set<String>> matches, String expect) {
        boolean covers(Cell cell) {
            List<String> words = cell.words();
            for (int i = 0; i < words.size(); i++) {
                if (!matches.get(i).contains("*") && !matches.get(i).contains(words.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void everyCell_hasOneRow_andComesOutAsItSays() {
        List<Cell> cells = cells();
        assertThat(cells).hasSize(7 * 12 * 12 * 8);
        for (Cell cell : cells) {
            List<Row> rows = TABLE.stream().filter(row -> row.covers(cell)).toList();
            assertThat(rows).as("rows for %s", cell).hasSize(1);
            assertThat(said(ConsentRules.rule(cell.who, cell.step, cell.now)))
                    .as("%s by row %s", cell, rows.get(0).line)
                    .isEqualTo(rows.get(0).expect);
        }
    }

    @Test
    void everyRow_coversSomething() {
        List<Cell> cells = cells();
        assertThat(TABLE).allMatch(row -> cells.stream().anyMatch(row::covers));
    }

    @Test
    void nobodyButTheClientOrTheirGuardian_everMakesAConsentValid() {
        assertThat(cells())
                .filteredOn(cell -> ConsentRules.rule(cell.who, cell.step, cell.now) instanceof Ruling.Becomes becomes
                        && becomes.status().valid())
                .isNotEmpty()
                .allMatch(cell -> cell.who == Expressed.CLIENT || cell.who == Expressed.GUARDIAN);
    }

    @Test
    void noOfTheClient_isNeverRefused() {
        assertThat(cells())
                .filteredOn(cell ->
                        cell.who == Expressed.CLIENT && (cell.step == Step.REFUSE || cell.step == Step.WITHDRAW))
                .isNotEmpty()
                .noneMatch(cell -> ConsentRules.rule(cell.who, cell.step, cell.now) instanceof Ruling.Refused);
    }

    @Test
    void unknown_becomesRequestedOrANo_andNothingElse() {
        Set<ConsentStatus> next = new HashSet<>();
        for (Cell cell : cells()) {
            if (cell.now.status() == ConsentStatus.UNKNOWN
                    && !cell.now.live()
                    && ConsentRules.rule(cell.who, cell.step, cell.now) instanceof Ruling.Becomes becomes) {
                next.add(becomes.status());
            }
        }
        assertThat(next).containsExactlyInAnyOrder(ConsentStatus.REQUESTED, ConsentStatus.REFUSED);
    }

    private static String said(Ruling ruling) {
        if (ruling instanceof Ruling.Becomes becomes) {
            return Cell.word(becomes.status());
        }
        return ruling instanceof Ruling.Refused refused ? "refuse:" + refused.rule() : "stands";
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Expressed who : Expressed.values()) {
            for (Step step : Step.values()) {
                for (ConsentStatus status : ConsentStatus.values()) {
                    for (int bits = 0; bits < 8; bits++) {
                        Situation now = new Situation(status, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0);
                        cells.add(new Cell(who, step, now));
                    }
                }
            }
        }
        return cells;
    }

    private static List<Row> table() {
        try (InputStream in = ConsentRulesTest.class.getResourceAsStream("steps.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.startsWith("#"))
                    .map(ConsentRulesTest::row)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] parts = line.split(",");
        assertThat(parts).as(line).hasSize(7);
        List<Set<String>> matches = Arrays.stream(parts)
                .limit(6)
                .map(part -> Set.of(part.split("\\|")))
                .toList();
        return new Row(line, matches, parts[6]);
    }
}
