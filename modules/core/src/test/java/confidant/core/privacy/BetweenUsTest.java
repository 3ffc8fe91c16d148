package confidant.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Personal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms count: the list for clients is in docs/guides/client.md. */
class BetweenUsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Just between us: I am leaving my husband",
                "I am leaving my husband. This is JUST  between us.",
                "only between you and me, I lost the job",
                "Between us, the ring is for Thursday",
                "between you and me - I am broke",
                "只跟你說：我要離職了",
                "我要離職了，這件事我只跟你說喔，別人都不知道",
                "只跟你说，我怀孕了",
                "這個只對您說，我生病了",
                "仅和你讲：我们分手了"
            })
    void message_thatSaysSo_isBetweenUs(String text) {
        assertThat(BetweenUs.marks(Personal.of(text))).isTrue();
        assertThat(BetweenUs.marksBefore(Personal.of(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "that was just between us",
                "That’s between us.",
                "Keep that between us, please",
                "what I just said is just between us",
                "just between us",
                "只跟你說",
                "那句只跟你說",
                "剛剛的話只跟你說喔！",
                "刚才那句只跟你说",
                "上一條只跟你說",
                "這件事我只跟你說"
            })
    void message_thatIsNothingElse_speaksOfTheOneBefore(String text) {
        assertThat(BetweenUs.marksBefore(Personal.of(text))).isTrue();
        assertThat(BetweenUs.marks(Personal.of(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The distance between us and the hotel?",
                "adjust between usual sizes",
                "What is the difference between you and me-too brands",
                "請跟你說的一樣",
                "我跟你說，這很好吃",
                ""
            })
    void message_thatDoesNotSaySo_isLikeAnyOther(String text) {
        assertThat(BetweenUs.marks(Personal.of(text))).isFalse();
        assertThat(BetweenUs.marksBefore(Personal.of(text))).isFalse();
    }

    @Test
    void longMessage_isReadInOneGo() {
        Personal<String> text = Personal.of("between us just between ".repeat(200) + "只跟".repeat(500));

        boolean marked = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> BetweenUs.marks(text));

        assertThat(marked).isFalse();
    }
}
