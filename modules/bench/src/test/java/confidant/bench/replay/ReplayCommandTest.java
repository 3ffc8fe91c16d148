package confidant.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void ownDialogues_areReported_andEndWell() throws Exception {
        try (MemoryHouse house = new MemoryHouse(folder)) {
            Path secret = Files.writeString(folder.resolve("secret.txt"), MemoryHouse.SECRET + "\n");
            String link = house.address() + "/signin#code=" + house.code();
            int code = run(
                    "--desk",
                    link,
                    "--channel",
                    "line",
                    "--line-account",
                    "flagship",
                    "--line-secret-file",
                    secret.toString());
            assertThat(out.toString()).contains("lost           0").contains("doubled        0");
            assertThat(code).isZero();
        }
    }

    @Test
    void line_isRefused_withoutAnAccount() {
        assertThat(run("--desk", "a-code-that-is-never-used", "--channel", "line"))
                .isEqualTo(2);
    }

    private int run(String... args) {
        return new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(args);
    }
}
