package confidant.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The node that a whole test run shares, because starting one takes ten seconds. Tests must not rely on what is in it:
 * take a keyspace of your own. Not for production use.
 */
public final class SharedNode {
    private static final String GIVEN = "CONFIDANT_TEST_CASSANDRA";

    private SharedNode() {}

    /**
     * The node named by the environment variable {@code CONFIDANT_TEST_CASSANDRA} ({@code host:port}), else one node
     * for this JVM, started by the first call and gone, with its data, when the JVM ends. Blocks; any thread.
     *
     * @throws NodeProblem when no node is named and none can be started
     */
    public static ContactPoint get() {
        String given = System.getenv(GIVEN);
        return given == null || given.isBlank() ? Own.contactPoint() : ContactPoint.parse(given.strip());
    }

    private static final class Own {
        private static @Nullable LocalNode node;

        static synchronized ContactPoint contactPoint() {
            if (node == null) {
                node = start();
            }
            return node.contactPoint();
        }

        private static LocalNode start() {
            try {
                Path folder = Files.createTempDirectory("confidant-node-");
                LocalNode started = LocalNode.start(
                        Settings.of(folder, NodeLib.find().folder()).withThrowAway(true));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(started, folder), "shared-node-end"));
                return started;
            } catch (IOException noTemporaryFolder) {
                throw new UncheckedIOException(noTemporaryFolder);
            }
        }
    }

    private static void discard(LocalNode node, Path folder) {
        node.kill();
        try {
            delete(folder);
        } catch (IOException left) {
            // A temporary folder; the system sweeps what stays.
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
