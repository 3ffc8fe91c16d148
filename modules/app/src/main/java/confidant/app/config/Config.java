package confidant.app.config;

import confidant.ledger.WitnessKey;
import confidant.model.HouseId;
import confidant.model.Lang;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the house is run with. Immutable; begin with {@link #usual} or {@link ConfigFile#read} and change what differs.
 *
 * @param data everything that is written goes below it, unless an external cluster keeps the rows
 * @param policies folder of the rules
 * @param root the key above all others; every instance of one house needs the same
 * @param keys how keys are held and renewed
 * @param witnesses who cosign the ledger's checkpoints
 * @param oidc the company's sign-in; empty for passkeys and links only
 */
public record Config(
        Mode mode,
        Path data,
        House house,
        Http http,
        Cassandra cassandra,
        List<Line> line,
        Assistant assistant,
        Path policies,
        Root root,
        Keys keys,
        List<Witness> witnesses,
        Optional<Oidc> oidc) {

    /** How strict the house is with itself. */
    public enum Mode {
        DEVELOPMENT,
        PRODUCTION
    }

    /** @param language of clients whose channel does not tell theirs; the same goes for {@code zone} */
    public record House(HouseId id, String name, Lang language, ZoneId zone) {}

    /**
     * @param port 0 for any free one
     * @param baseUrl how browsers reach the house; empty for {@code http://localhost:PORT}
     * @param secureCookies empty for yes exactly when {@code baseUrl} is https
     */
    public record Http(String host, int port, Optional<URI> baseUrl, Optional<Boolean> secureCookies) {}

    /**
     * @param contactPoints empty for the local node
     * @param keysKeyspace for wrapped keys, apart from the data so that they never share a backup
     */
    public record Cassandra(
            List<InetSocketAddress> contactPoints,
            String localDatacenter,
            String keyspace,
            String keysKeyspace,
            Optional<Login> login,
            int replication,
            Duration timeout,
            Node node) {
        public Cassandra {
            contactPoints = List.copyOf(contactPoints);
        }
    }

    public record Login(String username, Secret password) {}

    /** @param port 0 for any free one */
    public record Node(int heapMegabytes, int port) {}

    /**
     * @param key the account's name in the hook's address
     * @param concierge handle of the concierge whose clients write to it
     * @param baseUrl where words are sent
     * @param dataUrl where pictures and files are fetched
     */
    public record Line(String key, String concierge, Secret channelSecret, Secret token, URI baseUrl, URI dataUrl) {}

    /**
     * @param file of the development root key
     * @param transit where it is kept instead; empty for the file
     */
    public record Root(Path file, Optional<Transit> transit) {}

    /**
     * The transit engine of a Vault or OpenBao server.
     *
     * @param tokenFile a mounted file, read for every call, so that whoever renews the token only writes it there
     * @param snapshotsKept how long the server's own backups are kept
     */
    public record Transit(
            URI address,
            String mount,
            String key,
            Optional<String> namespace,
            Path tokenFile,
            Duration snapshotsKept,
            Duration timeout) {}

    /** @param idle how long the keys of a pool that nobody uses stay in memory */
    public record Keys(Duration idle) {}

    /** @param faq empty for the sample answers that ship with the assistant */
    public record Assistant(Optional<Path> faq) {}

    /** @param url where it takes checkpoints, without {@code /add-checkpoint} */
    public record Witness(URI url, WitnessKey key) {}

    /**
     * A provider of OpenID Connect.
     *
     * @param name what staff know the company by
     * @param clientSecret empty for a client without one
     * @param groupsClaim the claim of the ID token that {@code policies/roles.yaml} speaks of
     * @param scopes asked for beside {@code openid}
     */
    public record Oidc(
            String name,
            URI issuer,
            String clientId,
            Optional<Secret> clientSecret,
            String groupsClaim,
            List<String> scopes,
            Duration timeout) {
        public Oidc {
            scopes = List.copyOf(scopes);
        }
    }

    public Config {
        line = List.copyOf(line);
        witnesses = List.copyOf(witnesses);
    }

    /** Every default, as in the example file without its LINE account. */
    public static Config usual(Path data) {
        return new Config(
                Mode.DEVELOPMENT,
                data,
                new House(new HouseId("sample"), "Maison Lumière", Lang.ZH_HANT, ZoneId.of("Asia/Taipei")),
                new Http("127.0.0.1", 8080, Optional.empty(), Optional.empty()),
                new Cassandra(
                        List.of(),
                        "datacenter1",
                        "confidant",
                        "confidant_keys",
                        Optional.empty(),
                        1,
                        Duration.ofSeconds(5),
                        new Node(512, 0)),
                List.of(),
                new Assistant(Optional.empty()),
                Home.policies(),
                new Root(data.resolve("keys").resolve("root.json"), Optional.empty()),
                new Keys(Duration.ofMinutes(15)),
                List.of(),
                Optional.empty());
    }

    public Config withPort(int port) {
        Http changed = new Http(http.host(), port, http.baseUrl(), http.secureCookies());
        return new Config(
                mode, data, house, changed, cassandra, line, assistant, policies, root, keys, witnesses, oidc);
    }

    public Config withHouse(House changed) {
        return new Config(mode, data, changed, http, cassandra, line, assistant, policies, root, keys, witnesses, oidc);
    }

    public Config withCassandra(Cassandra changed) {
        return new Config(mode, data, house, http, changed, line, assistant, policies, root, keys, witnesses, oidc);
    }

    /** An external cluster, or a node that somebody else started, instead of the house's own. */
    public Config withContactPoint(InetSocketAddress point) {
        return withCassandra(new Cassandra(
                List.of(point),
                cassandra.localDatacenter(),
                cassandra.keyspace(),
                cassandra.keysKeyspace(),
                cassandra.login(),
                cassandra.replication(),
                cassandra.timeout(),
                cassandra.node()));
    }

    public Config withLine(List<Line> accounts) {
        return new Config(
                mode, data, house, http, cassandra, accounts, assistant, policies, root, keys, witnesses, oidc);
    }

    public Config withPolicies(Path changed) {
        return new Config(mode, data, house, http, cassandra, line, assistant, changed, root, keys, witnesses, oidc);
    }

    public Config withRoot(Root changed) {
        return new Config(
                mode, data, house, http, cassandra, line, assistant, policies, changed, keys, witnesses, oidc);
    }

    public Config withWitnesses(List<Witness> changed) {
        return new Config(mode, data, house, http, cassandra, line, assistant, policies, root, keys, changed, oidc);
    }

    public Config withOidc(Oidc changed) {
        return new Config(
                mode,
                data,
                house,
                http,
                cassandra,
                line,
                assistant,
                policies,
                root,
                keys,
                witnesses,
                Optional.of(changed));
    }

    /** A provider for tests and tools, its secret given as it is. */
    public static Oidc oidc(String name, URI issuer, String clientId, String clientSecret) {
        return new Oidc(
                name,
                issuer,
                clientId,
                Optional.of(Secret.of(clientSecret)),
                "groups",
                List.of(),
                Duration.ofSeconds(5));
    }

    /** An account for tests and tools, its secrets given as they are, with one address for words and files. */
    public static Line line(String key, String concierge, String channelSecret, String token, URI baseUrl) {
        return new Line(key, concierge, Secret.of(channelSecret), Secret.of(token), baseUrl, baseUrl);
    }
}
