package confidant.node;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a local node is started with. Immutable; begin with {@link #of} and change what differs.
 *
 * @param dataDirectory everything the node writes goes below it; created, for its owner only, when missing
 * @param libDirectory the node's jars as built by {@code modules/node-lib}
 * @param nativePort the port for clients, 0 for a free one
 * @param heapMegabytes the node's largest heap; below 384 the node keeps smaller tables in memory
 * @param throwAway for tests only: starts with a third less processor time and makes tables faster, but has less
 *     throughput and <b>loses new tables when it is killed</b>; refused on a folder that has been used before
 * @param java the java executable, of version 17 or later
 * @param progress gets short lines for a person to read while the node starts, on the calling thread
 */
public record Settings(
        Path dataDirectory,
        Path libDirectory,
        int nativePort,
        int heapMegabytes,
        boolean throwAway,
        Path java,
        Consumer<String> progress) {
    private static final int SMALLEST_HEAP = 160;

    /** @throws IllegalArgumentException when the port is out of range or the heap too small to run in */
    public Settings {
        if (nativePort < 0 || nativePort > 65535) {
            throw new IllegalArgumentException("a port is between 0 and 65535, not " + nativePort);
        }
        if (heapMegabytes < SMALLEST_HEAP) {
            throw new IllegalArgumentException("the node needs a heap of " + SMALLEST_HEAP + " MB or more");
        }
    }

    /** A free port, 512 MB of heap, full throughput, the java that runs this, and nobody told of the progress. */
    public static Settings of(Path dataDirectory, Path libDirectory) {
        return new Settings(dataDirectory, libDirectory, 0, 512, false, JavaRuntime.running(), line -> {});
    }

    public Settings withNativePort(int port) {
        return new Settings(dataDirectory, libDirectory, port, heapMegabytes, throwAway, java, progress);
    }

    public Settings withHeapMegabytes(int megabytes) {
        return new Settings(dataDirectory, libDirectory, nativePort, megabytes, throwAway, java, progress);
    }

    public Settings withThrowAway(boolean forTests) {
        return new Settings(dataDirectory, libDirectory, nativePort, heapMegabytes, forTests, java, progress);
    }

    public Settings withJava(Path executable) {
        return new Settings(dataDirectory, libDirectory, nativePort, heapMegabytes, throwAway, executable, progress);
    }

    public Settings withProgress(Consumer<String> listener) {
        return new Settings(dataDirectory, libDirectory, nativePort, heapMegabytes, throwAway, java, listener);
    }
}
