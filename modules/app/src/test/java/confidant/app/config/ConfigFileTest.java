package confidant.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import confidant.ledger.Cosigner;
import confidant.ledger.WitnessKey;
import confidant.model.HouseId;
import confidant.model.Lang;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void emptyFile_givesTheDefaults() throws IOException {
        assertThat(read("")).isEqualTo(Config.usual(folder));
    }

    @Test
    void defaults_arePinned() {
        Config usual = Config.usual(folder);

        assertThat(usual.mode()).isEqualTo(Config.Mode.DEVELOPMENT);
        assertThat(usual.house())
                .isEqualTo(new Config.House(
                        new HouseId("sample"), "Maison Lumière", Lang.ZH_HANT, ZoneId.of("Asia/Taipei")));
        assertThat(usual.http()).isEqualTo(new Config.Http("127.0.0.1", 8080, Optional.empty(), Optional.empty()));
        assertThat(usual.cassandra())
                .isEqualTo(new Config.Cassandra(
                        List.of(),
                        "datacenter1",
                        "confidant",
                        "confidant_keys",
                        Optional.empty(),
                        1,
                        Duration.ofSeconds(5),
                        new Config.Node(512, 0)));
        assertThat(usual.line()).isEmpty();
        assertThat(usual.witnesses()).isEmpty();
        assertThat(usual.assistant().faq()).isEmpty();
        assertThat(usual.root()).isEqualTo(new Config.Root(folder.resolve("keys/root.json"), Optional.empty()));
        assertThat(usual.keys()).isEqualTo(new Config.Keys(Duration.ofMinutes(15)));
    }

    @Test
    void witnesses_areRead_andAWrongKeyIsRefused() throws IOException {
        WitnessKey key =
                Cosigner.generate("auditor.example/w1", new SecureRandom()).witness();
        String file = "ledger:\n  witnesses:\n    - url: https://w.example\n      vkey: '";

        assertThat(read(file + key.vkey() + "'\n").witnesses())
                .containsExactly(new Config.Witness(URI.create("https://w.example"), key));
        assertThat(invalid(file + "nonsense'\n").problems())
                .extracting(ConfigProblem::path)
                .containsExactly("ledger.witnesses[0].vkey");
    }

    @Test
    void exampleFile_loads_andSaysNothingButTheDefaults() throws IOException {
        secret("line-main-channel-secret", "one");
        secret("line-main-token", "two");

        Config config = read(Files.readString(Path.of("src/dist/etc/confidant.example.yaml")));

        assertThat(config.withLine(List.of())).isEqualTo(Config.usual(folder));
        assertThat(config.line()).singleElement().satisfies(account -> {
            assertThat(account.key()).isEqualTo("main");
            assertThat(account.concierge()).isEqualTo("mei");
            assertThat(account.channelSecret().reveal()).isEqualTo("one");
            assertThat(account.token().reveal()).isEqualTo("two");
            assertThat(account.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:9090"));
            assertThat(account.dataUrl()).isEqualTo(URI.create("http://127.0.0.1:9090"));
        });
    }

    @Test
    void filesOfLine_areFetchedFromItsOtherHost_orFromWhereverWordsGo() throws IOException {
        secret("one", "one");
        String file = "line:\n  accounts:\n    - {key: main, concierge: mei, channel-secret: 'secret://one', "
                + "token: 'secret://one'";

        assertThat(data(file + "}\n")).isEqualTo("https://api-data.line.me");
        assertThat(data(file + ", base-url: 'https://relay.example'}\n")).isEqualTo("https://relay.example");
        assertThat(data(file + ", data-url: 'https://files.example'}\n")).isEqualTo("https://files.example");
    }

    private String data(String file) throws IOException {
        return read(file).line().get(0).dataUrl().toString();
    }

    @Test
    void allProblems_areToldAtOnce_withPathAndRemedy() {
        ConfigInvalid invalid = invalid("""
            mod: production
            house: {zone: Mars/Base, language: fr}
            http: {prt: 1, port: many, base-url: "https://desk.example.com/path"}
            cassandra: {contact-points: [nowhere], keyspace: same, keys-keyspace: same, username: me}
            line: {accounts: [{key: main}]}
            """);

        assertThat(invalid.problems())
                .extracting(ConfigProblem::path)
                .containsExactlyInAnyOrder(
                        "mod",
                        "house.zone",
                        "house.language",
                        "http.prt",
                        "http.port",
                        "http.base-url",
                        "cassandra.contact-points",
                        "cassandra.keys-keyspace",
                        "cassandra.username",
                        "line.accounts[0].concierge",
                        "line.accounts[0].channel-secret",
                        "line.accounts[0].token");
        assertThat(invalid.problems()).allSatisfy(problem -> {
            assertThat(problem.sentence()).matches("[^A-Z].*[^.]");
            assertThat(problem.remedy()).isNotBlank();
        });
        assertThat(invalid).hasMessageContaining("has 12 problems");
    }

    @Test
    void unknownKey_isRefused_namingTheNearestKnown() {
        assertThat(invalid("http: {base-ulr: x}").problems())
                .singleElement()
                .extracting(ConfigProblem::remedy)
                .isEqualTo("did you mean `http.base-url`?");
    }

    @Test
    void environment_isExpanded_withDefault() throws IOException {
        Config config = read("http: {port: '${PORT:9000}', host: '${HOST:0.0.0.0}'}", Map.of("PORT", "9443"));

        assertThat(config.http().port()).isEqualTo(9443);
        assertThat(config.http().host()).isEqualTo("0.0.0.0");
    }

    @Test
    void environment_isAProblem_whenNeitherSetNorDefaulted() {
        assertThat(invalid("house: {name: '${NAME}'}").problems())
                .singleElement()
                .extracting(ConfigProblem::path)
                .isEqualTo("house.name");
    }

    @Test
    void secret_comesFromItsFile_andIsNeverShown() throws IOException {
        secret("db", "swordfish");

        Config config = read("cassandra: {username: me, password: 'secret://db', contact-points: ['a:9042']}");

        assertThat(config.cassandra().login().orElseThrow().password().reveal()).isEqualTo("swordfish");
        assertThat(config.toString()).doesNotContain("swordfish");
        assertThat(config.cassandra().contactPoints()).containsExactly(new InetSocketAddress("a", 9042));
    }

    @Test
    void secret_isAProblem_whenItsFileIsMissingOrLiesElsewhere() {
        assertThat(invalid("cassandra: {username: me, password: 'secret://none'}")
                        .problems())
                .extracting(ConfigProblem::path)
                .contains("cassandra.password");
        assertThat(invalid("cassandra: {username: me, password: 'secret://../outside'}")
                        .problems())
                .extracting(ConfigProblem::path)
                .contains("cassandra.password");
    }

    @Test
    void production_refusesPlainSecrets_andTheRootKeyInAFile() {
        ConfigInvalid invalid = invalid("mode: production\ncassandra: {username: me, password: swordfish}");

        assertThat(invalid.problems())
                .extracting(ConfigProblem::path)
                .containsExactly("cassandra.password", "root.kind");
        assertThat(invalid).message().doesNotContain("swordfish");
        assertThat(invalid.problems().get(1).sentence())
                .isEqualTo("production needs a key service for the root key, because no erasure is final on a file");
    }

    @Test
    void production_isOpen_withARootKeyInAKeyService() throws IOException {
        secret("transit-token", "s.token");

        Config config = read("""
            mode: production
            root: {kind: transit, address: "https://vault.example.com:8200", token-file: secrets/transit-token}
            """);

        assertThat(config.mode()).isEqualTo(Config.Mode.PRODUCTION);
        assertThat(config.root().transit())
                .contains(new Config.Transit(
                        URI.create("https://vault.example.com:8200"),
                        "transit",
                        "confidant",
                        Optional.empty(),
                        folder.resolve("secrets/transit-token"),
                        Duration.ofDays(30),
                        Duration.ofSeconds(10)));
        assertThat(config.toString()).doesNotContain("s.token");
    }

    @Test
    void keyService_isAProblem_whenIncompleteOrReachedInTheClear() throws IOException {
        secret("transit-token", "s.token");

        assertThat(invalid("root: {kind: transit}").problems())
                .extracting(ConfigProblem::path)
                .containsExactly("root.address", "root.token-file");
        assertThat(invalid("root: {kind: safe}").problems())
                .extracting(ConfigProblem::path)
                .containsExactly("root.kind");
        assertThat(invalid("root: {kind: transit, address: 'https://a:1', token-file: none, key: 'a/b'}")
                        .problems())
                .extracting(ConfigProblem::path)
                .containsExactly("root.token-file", "root.key");
        assertThat(invalid("mode: production\n"
                                + "root: {kind: transit, address: 'http://a:1', token-file: secrets/transit-token}")
                        .problems())
                .extracting(ConfigProblem::path)
                .containsExactly("root.address");
    }

    @Test
    void notYaml_isOneProblem_namingTheLine() {
        assertThat(invalid("house:\n  name: [unclosed\n").problems())
                .singleElement()
                .extracting(ConfigProblem::sentence)
                .asString()
                .contains("not YAML");
        assertThat(invalid("mode: development\nmode: development\n").problems()).hasSize(1);
    }

    @Test
    void data_isRelativeToTheFile_unlessGivenElsewhere() throws IOException {
        Path file = Files.writeString(folder.resolve("house.yaml"), "data: kept");

        assertThat(ConfigFile.read(file, Optional.empty()).data()).isEqualTo(folder.resolve("kept"));
        assertThat(ConfigFile.read(file, Optional.of(folder)).data()).isEqualTo(folder);
    }

    private Config read(String yaml) throws IOException {
        return read(yaml, Map.of());
    }

    private Config read(String yaml, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("confidant.yaml"), yaml);
        return ConfigFile.read(file, Optional.of(folder), name -> Optional.ofNullable(environment.get(name)));
    }

    private ConfigInvalid invalid(String yaml) {
        return catchThrowableOfType(ConfigInvalid.class, () -> read(yaml));
    }

    private void secret(String name, String value) throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets").resolve(name), value + "\n");
    }
}
