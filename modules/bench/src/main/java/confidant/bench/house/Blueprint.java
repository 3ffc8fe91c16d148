package confidant.bench.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import confidant.app.config.Config;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a house is opened with: one LINE account of the first sample concierge, and a node that somebody else runs.
 *
 * @param port 0 for any free one
 * @param keyspace so that several houses fit on one node
 * @param platform base URL of the LINE platform
 */
public record Blueprint(Path data, int port, String nodeHost, int nodePort, String keyspace, URI platform) {
    public static final String ACCOUNT = "flagship";
    public static final String SECRET = "a-channel-secret-for-tests";
    public static final String TOKEN = "a-channel-token-for-tests";
    public static final String CONCIERGE = "mei";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same house on this port. */
    public Blueprint at(int otherPort) {
        return new Blueprint(data, otherPort, nodeHost, nodePort, keyspace, platform);
    }

    /** The application's configuration. */
    public Config config() {
        Config usual = Config.usual(data)
                .withPort(port)
                .withContactPoint(InetSocketAddress.createUnresolved(nodeHost, nodePort))
                .withLine(List.of(Config.line(ACCOUNT, CONCIERGE, SECRET, TOKEN, platform)));
        Config.Cassandra from = usual.cassandra();
        return usual.withCassandra(new Config.Cassandra(
                from.contactPoints(),
                from.localDatacenter(),
                keyspace,
                keyspace + "_keys",
                from.login(),
                from.replication(),
                from.timeout(),
                from.node()));
    }

    String line() {
        return JSON.createObjectNode()
                .put("data", data.toString())
                .put("port", port)
                .put("nodeHost", nodeHost)
                .put("nodePort", nodePort)
                .put("keyspace", keyspace)
                .put("platform", platform.toString())
                .toString();
    }

    static Blueprint read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return new Blueprint(
                    Path.of(node.path("data").asText()),
                    node.path("port").asInt(),
                    node.path("nodeHost").asText(),
                    node.path("nodePort").asInt(),
                    node.path("keyspace").asText(),
                    URI.create(node.path("platform").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no blueprint");
        }
    }
}
