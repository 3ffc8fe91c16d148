package confidant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Lang;
import confidant.model.Personal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @Test
    void language_isRead_forTheWholeTable() {
        List<String> bad = new ArrayList<>();
        for (String[] row : Tables.rows("languages.tsv")) {
            Lang got = Tables.ADVISOR.language(Personal.of(row[2]), Lang.closest(row[1]));
            if (!got.tag().equals(row[0])) {
                bad.add(row[2] + " -> " + got.tag() + " instead of " + row[0]);
            }
        }
        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"crosswoz-travel-zh.jsonl,zh-Hans", "sgd-concierge-en.jsonl,en", "zhpii-own-dev.jsonl,''"})
    void language_agreesWithTheLabels_onOutsideData(String set, String only) {
        List<Tables.Sample> samples = Tables.shared(set);
        int right = 0;
        int asked = 0;
        for (int i = 0; i < samples.size(); i += Math.max(1, samples.size() / 1_000)) {
            Tables.Sample sample = samples.get(i);
            Lang usual = Lang.closest(only.isEmpty() ? sample.lang() : only);
            asked++;
            right += Tables.ADVISOR
                            .language(Personal.of(sample.text()), usual)
                            .tag()
                            .equals(sample.lang())
                    ? 1
                    : 0;
        }
        System.out.printf("language on %s: %d of %d%n", set, right, asked);
        assertThat(right / (double) asked).isGreaterThanOrEqualTo(0.97);
    }
}
