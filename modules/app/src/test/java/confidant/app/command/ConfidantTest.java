package confidant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidantTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"run --help", "ledger verify --help", "policy check --help", "config check --help"})
    void help_explains_withAnExample(String line) {
        assertThat(execute(line.split(" "))).isZero();
        assertThat(out())
                .contains("Usage: confidant " + line.replace(" --help", ""))
                .contains("Example:\n  ./confidant ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ledger", "run --prot 8080", "run --port many", "run --sample some", "run extra", "fly"})
    void wrongUsage_endsWith2_inOneSentenceWithARemedy(String line) {
        assertThat(execute(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(err().lines()).hasSize(2).first().asString().matches("[^A-Z].*[^.]");
        assertThat(err().lines()).last().asString().startsWith("  ");
        assertThat(out()).isEmpty();
    }

    @Test
    void configCheck_endsWith1_tellingEveryProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("house.yaml"), "htp: {}\nmode: fast\n");

        assertThat(execute("config", "check", file.toString())).isEqualTo(1);
        assertThat(err()).contains("has 2 problems", "did you mean `http`?", "`fast` is no mode");
    }

    @Test
    void configCheck_endsWith0_forAFirstConfiguration() {
        assertThat(FirstConfig.ensure(folder)).isTrue();
        assertThat(FirstConfig.ensure(folder)).isFalse();

        assertThat(execute("config", "check", folder.resolve(FirstConfig.NAME).toString()))
                .isZero();
        assertThat(out()).contains("is in order");
    }

    @Test
    void ledgerVerify_endsWith1_forAMissingAndForABrokenBundle() throws IOException {
        assertThat(execute("ledger", "verify", folder.resolve("none.zip").toString()))
                .isEqualTo(1);
        assertThat(err()).contains("there is no readable file");

        Path broken = Files.writeString(folder.resolve("broken.zip"), "not a zip");
        assertThat(execute("ledger", "verify", broken.toString())).isEqualTo(1);
    }

    @Test
    void policyCheck_endsWith0_forTheRulesThatShip() {
        assertThat(execute("policy", "check")).as("%s", out()).isZero();
    }

    @Test
    void policyCheck_endsWith1_forAFolderWithoutRules() {
        assertThat(execute("policy", "check", "--policies", folder.toString())).isEqualTo(1);
    }

    private int execute(String... line) {
        return Confidant.line(print(out), print(err)).execute(line);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
