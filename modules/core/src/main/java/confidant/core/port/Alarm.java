package confidant.core.port;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Wakes the rooms. It knows names and intervals only; what is due is the rooms' to find out, so a ring that comes twice,
 * late or on two nodes at once is harmless.
 */
public interface Alarm {

    /**
     * Calls {@code work} every {@code every}, never twice at a time on this node. A failed future is logged by its name
     * and tried again at the next ring.
     */
    void every(String name, Duration every, Supplier<Future<?>> work);

    /** Stops ringing; work under way is left to end. */
    void stop();
}
