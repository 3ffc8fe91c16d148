package confidant.node;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the node's jars.
 *
 * @param folder Cassandra and its libraries; below it `first` (our own first class) and `jdk24` (the stand-in)
 * @param cassandraVersion as in the name of Cassandra's jar
 */
public record NodeLib(Path folder, String cassandraVersion) {
    private static final Pattern CASSANDRA = Pattern.compile("cassandra-all-(.+)\\.jar");
    private static final String SETTING = "confidant.node.lib";
    private static final String ENVIRONMENT = "CONFIDANT_NODE_LIB";

    /**
     * Reads what the folder holds.
     *
     * @throws NodeProblem when it is not a complete lib folder
     */
    public static NodeLib in(Path folder) {
        if (!Files.isRegularFile(folder.resolve("first/confidant-node-child.jar"))) {
            throw Problems.libMissing(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            String version = files.map(
                            file -> CASSANDRA.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .findFirst()
                    .orElseThrow(() -> Problems.libMissing(folder));
            return new NodeLib(folder.toAbsolutePath().normalize(), version);
        } catch (IOException unreadable) {
            throw Problems.libMissing(folder);
        }
    }

    /**
     * The folder named by the system property {@code confidant.node.lib} or the environment variable
     * {@code CONFIDANT_NODE_LIB}, else the one that the build left in this directory or one above it.
     *
     * @throws NodeProblem when there is none
     */
    public static NodeLib find() {
        Optional<String> named = Optional.ofNullable(System.getProperty(SETTING))
                .or(() -> Optional.ofNullable(System.getenv(ENVIRONMENT)));
        return in(named.map(Path::of).orElseGet(NodeLib::built));
    }

    private static Path built() {
        Path built = Path.of("modules", "node-lib", "target", "lib");
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(built))) {
                return at.resolve(built);
            }
        }
        return here.resolve(built);
    }

    int majorVersion() {
        return major(cassandraVersion);
    }

    static int major(String version) {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** In the order in which the node's process must see it. */
    String classPath(JavaRuntime java) {
        String path = folder.resolve("first") + File.separator + "*";
        if (java.needsStandIn()) {
            path += File.pathSeparator + folder.resolve("jdk24") + File.separator + "*";
        }
        return path + File.pathSeparator + folder + File.separator + "*";
    }
}
