package confidant.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.app.config.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
    @ValueSource(
            strings = {
                "run --help",
                "ledger verify --help",
                "policy check --help",
                "policy explain --help",
                "policy diff --help",
                "policy try --help",
                "config check --help"
            })
    void help_explains_withAnExample(String line) {
        assertThat(execute(line.split(" "))).isZero();
        assertThat(out())
                .contains("Usage: confidant " + line.replace(" --help", ""))
                .contains("Example:\n  ./confidant ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ledger",
                "policy",
                "policy diff",
                "policy diff a b --lang fr",
                "policy try a",
                "policy explain --role concierg --act read --class likes --purpose sharing",
                "policy explain --role client --act read --class likes --purpose sharing --channel line --at noon",
                "run --prot 8080",
                "run --port many",
                "run --sample some",
                "run extra",
                "fly"
            })
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

    @Test
    void policyExplain_endsWith0_andNamesTheRuleOfARefusal() {
        assertThat(execute("policy explain --role concierge --act read --class likes --purpose sharing".split(" ")))
                .isZero();
        assertThat(out()).contains(": refused\n", "  `consent-needed`: ", "    review     2027-05-01");
    }

    @Test
    void policyExplain_asksTheTimeRulesToo_whenAChannelIsNamed() {
        String send = "policy explain --role scheduler --act send --class message --purpose greeting --consent given";

        assertThat(execute((send + " --channel line --at 2026-12-24T22:15+08:00").split(" ")))
                .isZero();
        assertThat(out()).contains("hold it back until 2026-12-25T09:00+08:00", "  `quiet-hours`: ");
        assertThat(execute((send + " --channel line --blocked --wrote 3").split(" ")))
                .isZero();
        assertThat(out()).contains("the time rules drop it", "  `client-blocked`: ");
    }

    @Test
    void policyExplain_endsWith2_tellingEveryWordThatIsNotKnown_andTheChoice() {
        assertThat(execute("policy explain --act raed --class likes --purpose sharing --channel fax".split(" ")))
                .isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "`--role` is missing",
                        "  choose one of client, concierge, assistant, scheduler, officer, manager, operator",
                        "`raed` is not known as a word for `--act`",
                        "  did you mean `read`? choose one of read, break, receive, send, tag, expire, propose, segment, audit",
                        "`fax` is not known as a word for `--channel`",
                        "  choose one of webchat, line");
        assertThat(out()).isEmpty();
    }

    @Test
    void policyDiff_endsWith0_1_or_2() throws IOException {
        String house = Home.policies().toString();
        assertThat(execute("policy", "diff", house, house)).isZero();
        assertThat(out()).isEqualTo("nothing changes\n");

        Path fresh = copy(Home.policies(), folder.resolve("fresh"));
        Path manager = fresh.resolve("manager.cedar");
        Files.writeString(manager, Files.readString(manager).replace("GDPR 5(1)(c)", "GDPR 5"));
        assertThat(execute("policy", "diff", house, fresh.toString())).isEqualTo(1);
        assertThat(out())
                .contains(
                        "0 of 169344 cases are decided otherwise",
                        "  manager.cedar: `manager-sees-no-client.article` was `GDPR 5(1)(c)`, is `GDPR 5`");
        assertThat(execute("policy", "diff", house, fresh.toString(), "--json", "--lang", "zh-Hant"))
                .isEqualTo(1);
        assertThat(out()).contains("\"kind\" : \"file\"", "原為 `GDPR 5(1)(c)`，現為 `GDPR 5`");

        assertThat(execute("policy", "diff", house, folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err()).contains("cannot be used", "the folder cannot be read");
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
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
