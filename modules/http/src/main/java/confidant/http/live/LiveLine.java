package confidant.http.live;

import confidant.core.port.Bell;
import confidant.http.api.Frames;
import confidant.http.api.Json;
import confidant.http.api.Words;
import confidant.model.ClientId;
import confidant.model.PoolId;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings at open pages of this and every other node. Nothing here waits for a page: a ring that nobody hears is lost, and
 * pages fetch by sequence number when they come back. Thread-safe.
 */
public final class LiveLine implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLine.class);
    private final Vertx vertx;

    public LiveLine(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void desk(PoolId pool, ClientId client, What what, long seq) {
        ring(desk(pool), new Frames.DeskFrame(Words.word(what), client.toString(), seq));
    }

    @Override
    public void client(PoolId pool, ClientId client, What what, long seq) {
        if (what == What.MESSAGE || what == What.CONSENT) {
            ring(chat(pool, client), new Frames.ChatFrame(Words.word(what), seq));
        }
    }

    /** Closes every line that was opened with this session, on all nodes. */
    public void end(String token) {
        publish(endOf(hash(token)), "");
    }

    /** The topic of a pool's desks. */
    public static String desk(PoolId pool) {
        return "confidant.live.desk." + pool;
    }

    /** The topic of a client's own pages. */
    public static String chat(PoolId pool, ClientId client) {
        return "confidant.live.chat." + pool + "." + client;
    }

    static String endOf(String tokenHash) {
        return "confidant.live.end." + tokenHash;
    }

    /** The token itself never goes over the bus. */
    static String hash(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A line that is about to be opened. */
    public Line line(String topic, String token) {
        return new Line(vertx, topic, endOf(hash(token)));
    }

    private void ring(String topic, Object frame) {
        publish(topic, new String(Json.write(frame), StandardCharsets.UTF_8));
    }

    private void publish(String topic, String text) {
        try {
            vertx.eventBus().publish(topic, text);
        } catch (RuntimeException e) {
            // A bus that is closing must not fail what was just made durable.
            LOG.atDebug().addKeyValue("cause", e.getClass().getSimpleName()).log("live-ring-lost");
        }
    }
}
