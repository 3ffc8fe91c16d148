package confidant.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import confidant.app.config.Config.Mode;
import confidant.ledger.WitnessKey;
import confidant.model.HouseId;
import confidant.model.Lang;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the tree of a file to the records; the one place that knows every key. */
final class ConfigReader {
    private static final String SECRETS = "secrets";
    private static final URI LINE = URI.create("https://api.line.me");
    private static final URI LINE_DATA = URI.create("https://api-data.line.me");
    private static final String KEYSPACE = "[a-z][a-z0-9_]{0,47}";

    private final Path folder;
    private final Optional<Path> data;
    private final Function<String, Optional<String>> environment;
    private final List<ConfigProblem> problems;

    ConfigReader(
            Path folder,
            Optional<Path> data,
            Function<String, Optional<String>> environment,
            List<ConfigProblem> problems) {
        this.folder = folder;
        this.data = data;
        this.environment = environment;
        this.problems = problems;
    }

    Config read(JsonNode tree) {
        // Looked at ahead of the rest, problems and all: secrets are read from where these two say.
        Section first = new Section("", tree, new Values(environment, folder), new ArrayList<>());
        Path dataFolder =
                data.orElseGet(() -> first.text("data").map(folder::resolve).orElseGet(Home::data));
        Path secrets = first.text(SECRETS).map(folder::resolve).orElseGet(() -> dataFolder.resolve(SECRETS));
        Section root = new Section("", tree, new Values(environment, secrets), problems);
        root.text("data");
        root.text(SECRETS);
        Config usual = Config.usual(dataFolder.toAbsolutePath().normalize());
        Mode mode = mode(root);
        Config config = new Config(
                mode,
                usual.data(),
                house(root.section("house"), usual.house()),
                http(root.section("http"), usual.http()),
                cassandra(root.section("cassandra"), usual.cassandra(), mode),
                line(root.section("line"), mode),
                assistant(root.section("assistant")),
                root.read("policies", usual.policies(), "name a folder", this::existing),
                new RootReader(folder).root(root, usual.root(), mode),
                keys(root.section("keys"), usual.keys()),
                witnesses(root.section("ledger")),
                OidcReader.read(root.section("oidc"), mode));
        root.end();
        return config;
    }

    private static Mode mode(Section root) {
        return root.read("mode", Mode.DEVELOPMENT, "write `development` or `production`", text -> {
            if (!text.equals("development") && !text.equals("production")) {
                throw new IllegalArgumentException("`" + text + "` is no mode");
            }
            return Mode.valueOf(text.toUpperCase(Locale.ROOT));
        });
    }

    private static Config.Keys keys(Section from, Config.Keys usual) {
        Config.Keys keys = new Config.Keys(
                Duration.ofMinutes(from.whole("idle-minutes", (int) usual.idle().toMinutes(), 1, 720)));
        from.end();
        return keys;
    }

    private static Config.House house(Section from, Config.House usual) {
        Config.House house = new Config.House(
                from.read("id", usual.id(), "choose another", HouseId::new),
                from.text("name").orElse(usual.name()),
                from.read("language", usual.language(), "write `zh-Hant`, `zh-Hans` or `en`", ConfigReader::lang),
                from.read("zone", usual.zone(), "write a name such as `Asia/Taipei`", ConfigReader::zone));
        from.end();
        return house;
    }

    private static Lang lang(String tag) {
        return Arrays.stream(Lang.values())
                .filter(lang -> lang.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + tag + "` is no language of the house"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("`" + name + "` is no time zone", unknown);
        }
    }

    private static Config.Http http(Section from, Config.Http usual) {
        Config.Http http = new Config.Http(
                from.text("host").orElse(usual.host()),
                from.whole("port", usual.port(), 0, 65_535),
                from.read("base-url", "write `https://` and a host, without a path", ConfigReader::base),
                from.flag("secure-cookies"));
        from.end();
        return http;
    }

    private static URI base(String text) {
        URI uri = url(text);
        if (!Objects.requireNonNullElse(uri.getPath(), "").matches("/?")) {
            throw new IllegalArgumentException("`" + text + "` has a path");
        }
        return uri;
    }

    static URI url(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("`" + text + "` is no http address");
        }
        return uri;
    }

    private Config.Cassandra cassandra(Section from, Config.Cassandra usual, Mode mode) {
        List<InetSocketAddress> points = from.texts("contact-points").stream()
                .map(text -> point(from, text))
                .flatMap(Optional::stream)
                .toList();
        Optional<String> username = from.text("username");
        Optional<Secret> password = from.secret("password", mode == Mode.DEVELOPMENT);
        if (username.isPresent() != password.isPresent()) {
            from.problem(from.path("username"), "user name and password go together", "give both or neither");
        }
        Section node = from.section("node");
        String remedy = "use 1 to 48 lower-case letters, digits and underscores";
        Config.Cassandra cassandra = new Config.Cassandra(
                points,
                from.text("local-datacenter").orElse(usual.localDatacenter()),
                from.read("keyspace", usual.keyspace(), remedy, ConfigReader::keyspace),
                from.read("keys-keyspace", usual.keysKeyspace(), remedy, ConfigReader::keyspace),
                username.flatMap(name -> password.map(word -> new Config.Login(name, word))),
                from.whole("replication", usual.replication(), 1, 9),
                Duration.ofSeconds(
                        from.whole("timeout-seconds", (int) usual.timeout().toSeconds(), 1, 120)),
                new Config.Node(
                        node.whole("heap-mb", usual.node().heapMegabytes(), 160, 16_384),
                        node.whole("port", usual.node().port(), 0, 65_535)));
        if (cassandra.keyspace().equals(cassandra.keysKeyspace())) {
            from.problem(
                    from.path("keys-keyspace"), "keys need a keyspace apart from the data's", "choose another name");
        }
        node.end();
        from.end();
        return cassandra;
    }

    private static String keyspace(String name) {
        if (!name.matches(KEYSPACE)) {
            throw new IllegalArgumentException("`" + name + "` is no keyspace name");
        }
        return name;
    }

    private static Optional<InetSocketAddress> point(Section from, String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            from.problem(from.path("contact-points"), "`" + text + "` is no host with a port", "write `host:9042`");
            return Optional.empty();
        }
        return Optional.of(new InetSocketAddress(text.substring(0, colon), Integer.parseInt(port)));
    }

    private List<Config.Line> line(Section from, Mode mode) {
        List<Config.Line> accounts = from.sections("accounts").stream()
                .map(section -> account(section, mode))
                .flatMap(Optional::stream)
                .toList();
        accounts.stream()
                .collect(Collectors.groupingBy(Config.Line::key, Collectors.counting()))
                .forEach((key, count) -> {
                    if (count > 1) {
                        from.problem(from.path("accounts"), "two accounts have the key `" + key + "`", "rename one");
                    }
                });
        from.end();
        return accounts;
    }

    private static Optional<Config.Line> account(Section from, Mode mode) {
        boolean plain = mode == Mode.DEVELOPMENT;
        from.require("key", "concierge", "channel-secret", "token");
        Optional<String> key = from.read("key", "use 1 to 64 letters, digits, hyphens and underscores", text -> {
            if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
                throw new IllegalArgumentException("`" + text + "` is no account key");
            }
            return text;
        });
        Optional<String> concierge = from.text("concierge");
        Optional<Secret> channelSecret = from.secret("channel-secret", plain);
        Optional<Secret> token = from.secret("token", plain);
        URI base = from.read("base-url", LINE, "write `https://` and a host", ConfigReader::url);
        // Whoever names another address for words wants the token shown there and nowhere else.
        URI data = from.read(
                "data-url", base.equals(LINE) ? LINE_DATA : base, "write `https://` and a host", ConfigReader::url);
        from.end();
        if (key.isEmpty() || concierge.isEmpty() || channelSecret.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Config.Line(key.get(), concierge.get(), channelSecret.get(), token.get(), base, data));
    }

    private Config.Assistant assistant(Section from) {
        Config.Assistant assistant = new Config.Assistant(from.read("faq", "name a file", this::existing));
        from.end();
        return assistant;
    }

    private static List<Config.Witness> witnesses(Section from) {
        List<Config.Witness> witnesses = from.sections("witnesses").stream()
                .map(ConfigReader::witness)
                .flatMap(Optional::stream)
                .toList();
        if (witnesses.stream().map(one -> one.key().name()).distinct().count() < witnesses.size()) {
            from.problem(from.path("witnesses"), "two witnesses have one name", "name each witness once");
        }
        from.end();
        return witnesses;
    }

    private static Optional<Config.Witness> witness(Section from) {
        from.require("url", "vkey");
        Optional<URI> url = from.read("url", "write `https://` and a host", ConfigReader::url);
        Optional<WitnessKey> key =
                from.read("vkey", "write the key that the witness prints at its start", WitnessKey::parse);
        from.end();
        return url.flatMap(address -> key.map(known -> new Config.Witness(address, known)));
    }

    private Path existing(String text) {
        Path path = folder.resolve(text).normalize();
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("there is no `" + path + "`");
        }
        return path;
    }
}
