package confidant.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Finds out whether a node answers, by asking for its options as the Cassandra protocol (v4) allows anybody to. */
final class Readiness {
    static final Duration LIMIT = Duration.ofMinutes(3);

    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 3_000;
    private static final int POLL_MILLIS = 100;

    private Readiness() {}

    /** What the waiting ended with. */
    enum Outcome {
        READY,
        DIED,
        TOO_SLOW
    }

    static Outcome await(Process node, ContactPoint contact, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (node.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return Outcome.DIED;
            }
            if (answers(contact)) {
                return Outcome.READY;
            }
        }
        return Outcome.TOO_SLOW;
    }

    static boolean answers(ContactPoint contact) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(contact.host(), contact.port()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(OPTIONS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
