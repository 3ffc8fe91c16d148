package confidant.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads from what a dead node left behind why it died. */
final class NodeLog {
    static final int EXIT_FOLDER_IN_USE = 73;

    private static final Pattern ERROR = Pattern.compile("\\S+ ERROR \\[[^]]*] \\S+ (.*)");
    private static final Pattern LOGGED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ [A-Z]+ ");
    private static final Pattern THROWN = Pattern.compile("(?:Caused by: )?(?:\\w+\\.)+\\w+(?:Exception|Error): (.*)");
    private static final Pattern NOISE = Pattern.compile("(WARNING|\\s+at |\\s*\\.\\.\\. |\\tat ).*|\\s*");

    private NodeLog() {}

    static NodeProblem explain(int exit, DataFolder folder, Settings settings, int port) {
        List<String> log = lines(folder.logs().resolve("node.log"));
        List<String> out = lines(folder.logs().resolve("node.out"));
        if (exit == EXIT_FOLDER_IN_USE) {
            return Problems.earlierNodeStays(folder.path(), "");
        }
        if (folder.isFull()
                || mentions(log, out, "No space left on device", "Insufficient disk space", "Not enough space")) {
            return Problems.diskFull(folder.path());
        }
        if (mentions(log, out, "FSWriteError", "FSReadError")) {
            return Problems.diskFault(folder.path(), reason(log, out));
        }
        if (mentions(log, out, "Failed to bind port", "Address already in use")) {
            return Problems.portOccupied(port);
        }
        if (mentions(log, out, "OutOfMemoryError", "insufficient memory", "Could not reserve enough space")) {
            return Problems.memory(settings.heapMegabytes());
        }
        Path named = log.isEmpty()
                ? folder.logs().resolve("node.out")
                : folder.logs().resolve("node.log");
        return Problems.died(exit, reason(log, out), named);
    }

    /** The last error of the log, else the last line of the output; empty when there is neither. */
    static String reason(List<String> log, List<String> out) {
        for (int i = log.size() - 1; i >= 0; i--) {
            Matcher error = ERROR.matcher(log.get(i));
            if (error.matches()) {
                return plain(thrownAfter(log, i, error.group(1)));
            }
        }
        for (int i = out.size() - 1; i >= 0; i--) {
            if (!NOISE.matcher(out.get(i)).matches()) {
                return plain(out.get(i));
            }
        }
        return "";
    }

    /** Cassandra often says only "exception encountered"; the matter is in the innermost cause below it. */
    private static String thrownAfter(List<String> log, int index, String message) {
        String innermost = message;
        for (String line : log.subList(index + 1, log.size())) {
            if (LOGGED.matcher(line).lookingAt()) {
                break;
            }
            Matcher thrown = THROWN.matcher(line);
            if (thrown.matches()) {
                innermost = thrown.group(1);
            }
        }
        return innermost;
    }

    private static String plain(String message) {
        String text = THROWN.matcher(message).replaceFirst("$1").strip();
        String ended = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return ended.isEmpty() ? "" : ended.substring(0, 1).toLowerCase(Locale.ROOT) + ended.substring(1);
    }

    private static boolean mentions(List<String> log, List<String> out, String... words) {
        return Stream.concat(log.stream().filter(line -> !line.contains(" INFO ")), out.stream())
                .anyMatch(line -> Stream.of(words).anyMatch(line::contains));
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
