package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TextPartsTest {
    private static final List<String> PIECES = List.of(
            "a",
            "字",
            " ",
            "\n",
            "。",
            "\uD83C\uDF82",
            "e\u0301",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\uD83D\uDC4D\uD83C\uDFFD");

    @Test
    void short_text_stays_whole() {
        assertThat(TextParts.of("x".repeat(5_000))).contains(List.of("x".repeat(5_000)));
    }

    @Test
    void cut_comes_after_a_line_rather_than_inside_one() {
        var first = "a b。".repeat(1_000) + "\n";
        var second = "c d。".repeat(1_000);

        assertThat(TextParts.of(first + second)).contains(List.of(first, second));
    }

    @Test
    void cut_comes_after_a_sentence_when_there_is_no_line() {
        var parts = TextParts.of("今天，天氣很好。".repeat(1_000)).orElseThrow();

        assertThat(parts).allSatisfy(part -> assertThat(part).endsWith("。"));
    }

    @Test
    void longest_text_fills_five_parts() {
        assertThat(TextParts.of("x".repeat(25_000)).orElseThrow()).hasSize(5);
        assertThat(TextParts.of("x".repeat(25_001))).isEmpty();
    }

    @Test
    void pairs_that_no_cut_can_spare_are_refused_and_not_split() {
        assertThat(TextParts.of("x" + "\uD83C\uDF82".repeat(12_499) + "x")).isEmpty();
    }

    @Test
    void parts_join_to_the_text_and_split_no_character() {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var text = text(random, random.nextInt(24_000) + 1);
            var parts = TextParts.of(text).orElseThrow();
            assertThat(String.join("", parts)).isEqualTo(text);
            assertThat(parts).hasSizeLessThanOrEqualTo(5).allSatisfy(part -> {
                assertThat(part.length()).isBetween(1, 5_000);
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(part)).isTrue();
            });
        }
    }

    private static String text(Random random, int length) {
        var rarely = random.nextInt(3);
        var text = new StringBuilder("a");
        while (text.length() < length) {
            text.append(PIECES.get(rarely == 0 ? random.nextInt(PIECES.size()) : 5 + random.nextInt(4)));
        }
        return text.toString();
    }
}
