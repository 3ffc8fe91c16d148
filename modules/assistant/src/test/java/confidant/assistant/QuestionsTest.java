package confidant.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Advisor.Line;
import confidant.model.Personal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
    /** Lines start with `c ` for the client and `h ` for the house. */
    private static Optional<Integer> open(String... lines) {
        List<Line> read = new ArrayList<>();
        for (String line : lines) {
            read.add(new Line(line.startsWith("c "), Personal.of(line.substring(2))));
        }
        return Tables.ADVISOR.openQuestion(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When do you open?",
                "can you send it tomorrow",
                "hi, what time is dinner",
                "I was wondering if the coat is back",
                "do you have it in black",
                "請問今天有開嗎",
                "幾點可以過去",
                "你们在哪里",
                "可以改到八點嗎",
                "這個多少錢",
                "那明天呢",
                "Thanks. Could you also check the price",
                "好的，请问周六行吗。谢谢"
            })
    void question_isSeen_withOrWithoutMark(String text) {
        assertThat(open("c " + text)).contains(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thank you so much",
                "see you tomorrow",
                "What a lovely evening",
                "Have a nice day",
                "I will come at eight",
                "好的，謝謝",
                "明天見",
                "我住在台北",
                "When we arrived it was raining"
            })
    void statement_isNoQuestion(String text) {
        assertThat(open("c " + text)).isEmpty();
    }

    @Test
    void question_isTheLastOne_andOtherLinesMayFollow() {
        assertThat(open("c when do you open?", "h At eleven.", "c is there parking?", "c thanks"))
                .contains(2);
    }

    @Test
    void question_isClosed_onceTheHouseWrote() {
        assertThat(open("c is there parking?", "h Yes.")).isEmpty();
        assertThat(open()).isEmpty();
    }
}
