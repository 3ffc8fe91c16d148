package confidant.ledger;

import java.util.List;

/**
 * The head of a log: who, how many entries, which root (<a href="https://c2sp.org/tlog-checkpoint">C2SP
 * tlog-checkpoint</a>, "Note text").
 *
 * @param origin the log's name, not empty, one line
 * @param size number of entries
 * @param root RFC 6962 root over them
 * @param extensions further signed lines, none of them empty; by custom there are none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    /** @throws Malformed if a line is empty or holds a newline, or the size is negative */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        checkLine(origin);
        extensions.forEach(Checkpoint::checkLine);
        if (size < 0) {
            throw new Malformed("a checkpoint's size is not negative");
        }
        if (size == 0 && !root.equals(Merkle.emptyRoot())) {
            throw new Malformed("a checkpoint without entries has the empty root");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** @throws Malformed if the text is not exactly in the form of {@link #text} */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new Malformed("a checkpoint has at least three lines, each ended by a newline");
        }
        return new Checkpoint(
                lines[0],
                Decimal.parse(lines[1]),
                Hash.parse(lines[2]),
                List.of(lines).subList(3, lines.length - 1));
    }

    /** The text that gets signed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static void checkLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new Malformed("a checkpoint's line is not empty and is one line");
        }
    }
}
