package confidant.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialoguesTest {
    @TempDir
    Path folder;

    @Test
    void own_areInBothLanguages() throws IOException {
        List<Dialogue> own = Dialogues.own();
        assertThat(own).hasSize(6);
        assertThat(own).extracting(Dialogue::lang).contains("zh-Hant", "en");
        assertThat(own).allMatch(dialogue -> dialogue.turns().get(0).client());
    }

    @Test
    void turns_comeInTheirOrder_whenTheLinesDoNot() throws IOException {
        Path file = write(line("client", "second", 2), line("agent", "unheard", 0), line("client", "first", 1));
        assertThat(Dialogues.read(file, 10).get(0).turns())
                .extracting(Dialogue.Turn::text)
                .containsExactly("first", "second");
    }

    @Test
    void strangeLine_isNamed_withoutItsContent() throws IOException {
        Path file = write(line("client", "fine", 0), line("cleint", "marker", 1));
        assertThatThrownBy(() -> Dialogues.read(file, 10))
                .isInstanceOf(UnreadableDialogues.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("marker");
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("d.jsonl"), List.of(lines));
    }

    private static String line(String speaker, String text, int turn) {
        return String.format(
                "{\"dialogue_id\":\"d\",\"turn\":%d,\"speaker\":\"%s\",\"text\":\"%s\",\"lang\":\"en\"}",
                turn, speaker, text);
    }
}
