package confidant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Advisor.Line;
import confidant.model.Lang;
import confidant.model.Personal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a",
                "a ",
                "我",
                "?",
                "!!! ",
                "i love ",
                "我喜歡",
                "1/1 ",
                "\uD83D\uDE00",
                "\uD83D",
                "\u0000",
                "和跟",
                "my sister and ",
                "𠮷",
                "İ",
                "今天明天"
            })
    void everyCall_returns_forLongAndStrangeText(String part) {
        for (int times : new int[] {1, 300, 1_000, 20_000}) {
            Personal<String> text = Personal.of(part.repeat(times));
            assertThat(Tables.ADVISOR.language(text, Lang.EN)).isNotNull();
            assertThat(Tables.ADVISOR.draft(text, Lang.EN).holding()).isNotBlank();
            assertThat(Tables.ADVISOR.answer(text, Lang.EN)).isEmpty();
            assertThat(Tables.ADVISOR.spot(text, Lang.EN, Tables.SUNDAY)).hasSizeLessThan(50);
            assertThat(Tables.ADVISOR.openQuestion(List.of(new Line(false, text))))
                    .isEmpty();
            assertThat(Tables.ADVISOR
                            .openQuestion(List.of(new Line(true, text)))
                            .orElse(0))
                    .isZero();
        }
    }
}
