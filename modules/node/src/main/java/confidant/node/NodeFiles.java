package confidant.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two files that Cassandra reads at its start, made from templates beside this class. */
final class NodeFiles {
    private static final int SMALL_HEAP = 384;
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");
    private static final String FOLDER = "folder/";

    private NodeFiles() {}

    static void write(Path folder, NodePorts ports, int heapMegabytes) throws IOException {
        Files.writeString(folder.resolve("cassandra.yaml"), yaml(folder, ports, heapMegabytes));
        Files.writeString(folder.resolve("logback.xml"), logback(folder));
    }

    static String yaml(Path folder, NodePorts ports, int heapMegabytes) {
        return fill("cassandra.yaml", place -> switch (place) {
            case "native-port" -> String.valueOf(ports.forClients());
            case "storage-port" -> String.valueOf(ports.storage());
            case "ssl-storage-port" -> String.valueOf(ports.sslStorage());
            case "memtable" -> heapMegabytes < SMALL_HEAP ? "48" : "96";
            default -> "'" + below(folder, place).replace("'", "''") + "'";
        });
    }

    static String logback(Path folder) {
        return fill(
                "logback.xml",
                place -> below(folder, place).replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String below(Path folder, String place) {
        if (!place.startsWith(FOLDER)) {
            throw new IllegalStateException("the template has an unknown place `" + place + "`");
        }
        return folder.resolve(place.substring(FOLDER.length())).toString();
    }

    private static String fill(String template, UnaryOperator<String> value) {
        return PLACE.matcher(read(template)).replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1))));
    }

    private static String read(String template) {
        try (InputStream stream = NodeFiles.class.getResourceAsStream(template)) {
            if (stream == null) {
                throw new IllegalStateException("the template `" + template + "` is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the template `" + template + "` cannot be read", unreadable);
        }
    }
}
