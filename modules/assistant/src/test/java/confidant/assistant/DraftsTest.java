package confidant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Advisor.Draft;
import confidant.model.Lang;
import confidant.model.Personal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftsTest {
    private static Draft draft(String text, Lang lang) {
        return Tables.ADVISOR.draft(Personal.of(text), lang);
    }

    @ParameterizedTest
    @CsvSource({"EN,automated assistant", "ZH_HANT,自動回覆的小幫手", "ZH_HANS,自动回复的小助手"})
    void holding_saysThatItIsAutomated_inEachLanguage(Lang lang, String words) {
        assertThat(draft("??", lang).holding()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "please book a table for two tonight | EN | arrange",
                "the bag arrived with a scratch, very disappointing | EN | sorry",
                "幫我訂今晚兩位的位子 | ZH_HANT | 安排",
                "包裹寄来是破的,很失望 | ZH_HANS | 抱歉",
                "please delete all my personal data | EN | request about your data"
            })
    void draft_fitsTheIntent_whereNoAnswerIsSure(String text, Lang lang, String words) {
        assertThat(draft(text, lang).draft()).get().asString().contains(words);
    }

    @Test
    void draft_isTheBestFaqAnswer_whereItIsPlausible() {
        assertThat(draft("is there parking for a caravan", Lang.EN).draft())
                .get()
                .asString()
                .contains("four places behind the house");
    }

    @Test
    void draft_repeatsNothingPersonal_ofTheMessage() {
        Draft draft = draft("I am Mei Chen, my card 4111 1111 1111 1111 was charged twice, I am upset", Lang.EN);

        assertThat(draft.holding() + draft.draft().orElse(""))
                .doesNotContain("Mei")
                .doesNotContain("4111");
    }

    @Test
    void draft_isEmpty_forSmallTalk() {
        assertThat(draft("good night", Lang.EN).draft()).isEmpty();
        assertThat(draft("謝謝你", Lang.ZH_HANT).draft()).isEmpty();
    }
}
