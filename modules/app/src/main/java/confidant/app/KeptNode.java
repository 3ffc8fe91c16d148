package confidant.app;

import confidant.node.LocalNode;
import confidant.node.NodeProblem;
import confidant.node.Settings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local node, started again on its port when it ends unasked. Three deaths within ten minutes are one too many: then
 * the listener is told and nothing more is tried. Methods block.
 */
final class KeptNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptNode.class);
    private static final int DEATHS = 3;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Settings settings;
    private final Consumer<NodeProblem> givenUp;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private final ExecutorService nurse = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "confidant-node-nurse");
        thread.setDaemon(true);
        return thread;
    });
    private LocalNode node;
    private boolean stopped;

    private KeptNode(LocalNode node, Settings settings, Consumer<NodeProblem> givenUp) {
        this.node = node;
        this.settings = settings;
        this.givenUp = givenUp;
    }

    /** @throws NodeProblem when it cannot be started; nothing is left running then */
    static KeptNode start(Settings settings, Consumer<NodeProblem> givenUp) {
        LocalNode node = LocalNode.start(settings);
        // The same port each time, so that the driver finds it again.
        KeptNode kept =
                new KeptNode(node, settings.withNativePort(node.contactPoint().port()), givenUp);
        kept.watch(node);
        return kept;
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", settings.nativePort());
    }

    synchronized long pid() {
        return node.pid();
    }

    private void watch(LocalNode watched) {
        watched.onDeath(problem -> {
            synchronized (this) {
                if (!stopped) {
                    nurse.execute(() -> revive(watched, problem));
                }
            }
        });
    }

    private synchronized void revive(LocalNode dead, NodeProblem problem) {
        dead.stop();
        Instant now = Instant.now();
        deaths.removeIf(at -> at.isBefore(now.minus(WITHIN)));
        deaths.add(now);
        if (stopped) {
            return;
        }
        if (deaths.size() >= DEATHS) {
            givenUp.accept(problem);
            return;
        }
        try {
            node = LocalNode.start(settings);
            LOG.atWarn().addKeyValue("pid", node.pid()).log("node-revived");
            watch(node);
        } catch (NodeProblem again) {
            givenUp.accept(again);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            node.stop();
        }
        nurse.shutdown();
    }
}
