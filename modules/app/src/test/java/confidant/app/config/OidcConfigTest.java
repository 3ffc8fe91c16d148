package confidant.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The company's sign-in as operators write it down. */
class OidcConfigTest {
    private static final String PRODUCTION =
            "mode: production\nroot: {kind: transit, address: 'https://v:1', token-file: secrets/company}\n";

    @TempDir
    Path folder;

    private Config read(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets").resolve("company"), "swordfish\n");
        Path file = Files.writeString(folder.resolve("confidant.yaml"), yaml);
        return ConfigFile.read(file, Optional.of(folder), name -> Optional.empty());
    }

    private List<String> problems(String yaml) {
        ConfigInvalid invalid = catchThrowableOfType(ConfigInvalid.class, () -> read(yaml));
        assertThat(invalid).message().doesNotContain("swordfish");
        return invalid.problems().stream().map(ConfigProblem::path).toList();
    }

    @Test
    void leftOut_orEmpty_thereIsNoCompany() throws IOException {
        assertThat(read("").oidc()).isEmpty();
        assertThat(read("oidc:\n").oidc()).isEmpty();
        assertThat(read("oidc:\n  name:\n").oidc()).isEmpty();
    }

    @Test
    void threeKeys_areEnough() throws IOException {
        Config.Oidc oidc = read("oidc: {name: Linden Group, issuer: 'http://localhost:9/realms/a', client-id: desk}")
                .oidc()
                .orElseThrow();
        assertThat(oidc)
                .isEqualTo(new Config.Oidc(
                        "Linden Group",
                        URI.create("http://localhost:9/realms/a"),
                        "desk",
                        Optional.empty(),
                        "groups",
                        List.of(),
                        Duration.ofSeconds(5)));
    }

    @Test
    void everyKey_isRead_andTheSecretIsNeverShown() throws IOException {
        Config config = read(PRODUCTION + """
                oidc:
                  name: Linden Group
                  issuer: https://login.example.com/
                  client-id: desk
                  client-secret: secret://company
                  groups-claim: roles
                  scopes: [groups, profile]
                  timeout-seconds: 9
                """);
        Config.Oidc oidc = config.oidc().orElseThrow();
        assertThat(oidc.issuer()).hasToString("https://login.example.com/");
        assertThat(oidc.clientSecret().orElseThrow().reveal()).isEqualTo("swordfish");
        assertThat(oidc.groupsClaim()).isEqualTo("roles");
        assertThat(oidc.scopes()).containsExactly("groups", "profile");
        assertThat(oidc.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.toString()).doesNotContain("swordfish");
    }

    @Test
    void whatIsMissingOrWrong_isToldAtOnce() {
        assertThat(problems("oidc: {client-secret: 'secret://none', timeout-seconds: 0, scope: [a]}"))
                .containsExactlyInAnyOrder(
                        "oidc.name",
                        "oidc.issuer",
                        "oidc.client-id",
                        "oidc.client-secret",
                        "oidc.timeout-seconds",
                        "oidc.scope");
        assertThat(problems("oidc: {name: a, client-id: b, issuer: 'https://a.example/?tenant=1'}"))
                .containsExactly("oidc.issuer");
        assertThat(problems("oidc: {name: a, client-id: b, issuer: login}")).containsExactly("oidc.issuer");
    }

    @Test
    void production_wantsTheSecretInAFile_andTls() {
        assertThat(problems(PRODUCTION
                        + "oidc: {name: a, client-id: b, issuer: 'http://login.example', client-secret: swordfish}"))
                .containsExactlyInAnyOrder("oidc.client-secret", "oidc.issuer");
    }
}
