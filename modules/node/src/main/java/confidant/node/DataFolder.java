package confidant.node;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder that one node writes in, checked before the node is let in. All methods throw {@link NodeProblem} when the
 * folder must not be used.
 */
final class DataFolder {
    /** The commit log at its largest, two flushed tables in the making, and some air. */
    static final long NEEDED_MEGABYTES = 512;

    /** Two segments of the commit log. */
    private static final long FULL_MEGABYTES = 16;

    private static final List<String> INSIDE =
            List.of("data", "commitlog", "hints", "saved_caches", "cdc_raw", "logs", "tmp");

    private static final String VERSION = "cassandra-version";
    private static final String NOTE = "node.note";
    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** What was there already keeps its rights; what is made is for its owner only. */
    static DataFolder make(Path wanted) {
        FileAttribute<?>[] ownerOnly = ownerOnly(wanted.getFileSystem());
        try {
            if (!Files.isDirectory(wanted)) {
                Files.createDirectories(wanted.toAbsolutePath(), ownerOnly);
            }
            Path real = wanted.toRealPath();
            for (String name : INSIDE) {
                Files.createDirectories(real.resolve(name), ownerOnly);
            }
            return new DataFolder(real);
        } catch (IOException unusable) {
            throw Problems.folderUnusable(wanted, unusable);
        }
    }

    private static FileAttribute<?>[] ownerOnly(FileSystem system) {
        if (!system.supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
    }

    Path path() {
        return path;
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** Held by the process that starts nodes. */
    Path launcherLock() {
        return path.resolve("launcher.lock");
    }

    /** Held by the node's own process. */
    Path nodeLock() {
        return path.resolve("node.lock");
    }

    void checkSpace(long neededMegabytes) {
        try {
            long free = Files.getFileStore(path).getUsableSpace() >> 20;
            if (free < neededMegabytes) {
                throw Problems.diskNearlyFull(path, free, neededMegabytes);
            }
        } catch (IOException unusable) {
            throw Problems.folderUnusable(path, unusable);
        }
    }

    /** Whether the disk is so full that a node cannot even have written down why it ended. */
    boolean isFull() {
        try {
            return Files.getFileStore(path).getUsableSpace() >> 20 < FULL_MEGABYTES;
        } catch (IOException unknown) {
            return false;
        }
    }

    void checkVersion(NodeLib lib, boolean throwAway) {
        Path mark = path.resolve(VERSION);
        try {
            if (Files.exists(mark)) {
                String written = Files.readString(mark).strip();
                if (NodeLib.major(written) != lib.majorVersion()) {
                    throw Problems.otherVersion(path, written, lib.cassandraVersion());
                }
                if (throwAway) {
                    throw Problems.throwAwayOnUsed(path);
                }
            }
            Files.writeString(mark, lib.cassandraVersion() + "\n");
        } catch (IOException unusable) {
            throw Problems.folderUnusable(path, unusable);
        }
    }

    /** Puts the last run's output aside, so that all that is found afterwards is of this run. */
    void turnLogs() throws IOException {
        for (String name : new String[] {"node.log", "node.out"}) {
            Path log = logs().resolve(name);
            if (Files.exists(log)) {
                Files.move(log, logs().resolve("previous-" + name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Leaves a line for whoever finds the node running: its process and its port. */
    void note(long pid, NodePorts ports) throws IOException {
        Files.writeString(path.resolve(NOTE), "process " + pid + ", port " + ports.forClients() + "\n");
    }

    /** The note of the last start, with a space before it; empty when there is none. */
    String lastNote() {
        try {
            return " (" + Files.readString(path.resolve(NOTE)).strip() + ")";
        } catch (IOException none) {
            return "";
        }
    }
}
