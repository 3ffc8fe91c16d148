package confidant.http.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open page. It listens before the socket is open, so that nothing rung after the page saw it open is missed. A page
 * that reads too slowly is closed with {@link #RESYNC} rather than buffered for. Used on one event loop only.
 */
public final class Line {
    /** Close code: fetch what you missed and come back. */
    public static final short RESYNC = 4008;

    /** Close code: the session has ended. */
    public static final short ENDED = 4401;

    /** Close code: a frame that is not of the contract. */
    public static final short UNREADABLE = 4400;

    private static final long PING_MILLIS = 25_000;

    /** How many pings pass between two looks at a session that ends when it is not used, and at one that lasts. */
    public static final int OFTEN = 1;

    public static final int SELDOM = 12;

    private static final int QUEUE_BYTES = 64 << 10;
    private static final int MOST_EARLY = 64;

    private final Vertx vertx;
    private final MessageConsumer<String> rings;
    private final MessageConsumer<String> end;
    private final Queue<String> early = new ArrayDeque<>();
    private @Nullable ServerWebSocket socket;
    private int pings;

    Line(Vertx vertx, String topic, String endTopic) {
        this.vertx = vertx;
        this.rings = vertx.eventBus().consumer(topic, message -> frame(message.body()));
        this.end = vertx.eventBus().consumer(endTopic, message -> close(ENDED, "signed out"));
    }

    /** Ends when every node knows of this line. */
    public Future<Void> listening() {
        return Future.all(rings.completion(), end.completion()).mapEmpty();
    }

    /**
     * Takes the open socket over.
     *
     * @param pings between two askings
     * @param alive asked now and then whether the session still lives
     */
    public void open(ServerWebSocket opened, int pings, Supplier<Future<Boolean>> alive) {
        socket = opened;
        opened.setWriteQueueMaxSize(QUEUE_BYTES);
        long timer = vertx.setPeriodic(PING_MILLIS, id -> ping(opened, pings, alive));
        opened.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            stop();
        });
        early.forEach(this::frame);
        early.clear();
    }

    /** Stops listening; for a line whose socket is closed or never opened. */
    public void stop() {
        rings.unregister();
        end.unregister();
    }

    private void ping(ServerWebSocket opened, int between, Supplier<Future<Boolean>> alive) {
        opened.writePing(Buffer.buffer());
        pings++;
        if (pings % between == 0) {
            alive.get().onSuccess(lives -> {
                if (!lives) {
                    close(ENDED, "the session has ended");
                }
            });
        }
    }

    private void frame(String text) {
        if (socket == null) {
            if (early.size() < MOST_EARLY) {
                early.add(text);
            }
        } else if (socket.writeQueueFull()) {
            close(RESYNC, "resync");
        } else {
            socket.writeTextMessage(text);
        }
    }

    private void close(short code, String reason) {
        if (socket != null) {
            socket.close(code, reason);
        }
        stop();
    }
}
