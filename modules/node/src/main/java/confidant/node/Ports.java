package confidant.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Looks for ports on the loopback address. A port that is free now can be taken a moment later. */
final class Ports {
    static final String LOOPBACK = "127.0.0.1";
    // Below the range that systems hand out to outgoing connections, which would take a chosen port away again.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;

    private Ports() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException occupied) {
            return false;
        }
    }

    /** A free port other than the given ones. */
    static int free(Integer... except) {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!List.of(except).contains(port) && isFree(port)) {
                return port;
            }
        }
        throw Problems.noFreePort();
    }
}
