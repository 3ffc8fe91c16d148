package confidant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentsTest {
    private static final Intents INTENTS = new Intents();

    @Test
    void intent_isRead_forMostUnseenLines() {
        List<String> bad = new ArrayList<>();
        List<String[]> rows = Tables.rows("intents.tsv");
        for (String[] row : rows) {
            Intents.Read read = INTENTS.of(row[2]);
            if (!read.intent().label().equals(row[0])) {
                bad.add(row[2] + " -> " + read);
            }
        }
        assertThat(bad).hasSizeLessThanOrEqualTo(rows.size() / 8);
    }

    @ParameterizedTest
    @CsvSource({"zh,0.75", "en,0.6"})
    void intent_isRightOftenEnough_onOutsideData(String lang, double floor) {
        List<Tables.Sample> samples = Tables.shared("intents-own-zh-en-train.jsonl").stream()
                .filter(sample -> sample.lang().startsWith(lang))
                .toList();
        List<String> bad = new ArrayList<>();
        for (Tables.Sample sample : samples) {
            Intents.Read read = INTENTS.of(sample.text());
            if (!sample.intents().contains(read.intent().label())) {
                bad.add(sample.text() + " -> " + read);
            }
        }
        double right = 1 - bad.size() / (double) samples.size();
        System.out.printf("intents %s: %.3f of %d%n", lang, right, samples.size());
        assertThat(right).as("%s", bad).isGreaterThanOrEqualTo(floor);
    }
}
