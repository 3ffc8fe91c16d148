package confidant.system;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for marks in bytes, in every form in which text usually travels: UTF-8, UTF-16, Base64 at any offset, hex, percent
 * signs, JSON escapes. Letters of ASCII are compared without their case. One pass, however many marks there are.
 */
final class Search {
    private static final int SHORTEST = 6;

    private record Needle(String mark, String form, byte[] bytes) {}

    private final Map<Integer, List<Needle>> byStart = new HashMap<>();
    private final Set<String> found = new TreeSet<>();
    private int looks;

    /** @param marks what each is called, and what it is */
    Search(Map<String, String> marks) {
        marks.forEach((name, mark) -> forms(mark).forEach((form, text) -> add(name, form, text)));
    }

    /** All forms of a mark, by name. */
    static Map<String, byte[]> forms(String mark) {
        byte[] utf8 = mark.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> forms = new HashMap<>();
        forms.put("UTF-8", utf8);
        forms.put("UTF-16BE", mark.getBytes(StandardCharsets.UTF_16BE));
        forms.put("UTF-16LE", mark.getBytes(StandardCharsets.UTF_16LE));
        forms.put("hex", ascii(HexFormat.of().formatHex(utf8)));
        forms.put("URL", ascii(URLEncoder.encode(mark, StandardCharsets.UTF_8)));
        forms.put(
                "URL with %20",
                ascii(URLEncoder.encode(mark, StandardCharsets.UTF_8).replace("+", "%20")));
        forms.put("JSON escapes", ascii(escaped(mark)));
        for (int offset = 0; offset < 3; offset++) {
            forms.put("Base64 at " + offset, ascii(base64(Base64.getEncoder(), utf8, offset)));
            forms.put("URL Base64 at " + offset, ascii(base64(Base64.getUrlEncoder(), utf8, offset)));
        }
        return forms;
    }

    /** The part of the encoding that depends on the text alone, whatever stands before and after it. */
    private static String base64(Base64.Encoder encoder, byte[] text, int offset) {
        byte[] moved = new byte[offset + text.length];
        System.arraycopy(text, 0, moved, offset, text.length);
        String all = encoder.withoutPadding().encodeToString(moved);
        int from = (offset * 8 + 5) / 6;
        return all.substring(from, moved.length * 8 / 6);
    }

    private static String escaped(String mark) {
        StringBuilder text = new StringBuilder();
        mark.chars().forEach(c -> text.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return text.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void add(String name, String form, byte[] text) {
        byte[] folded = new byte[text.length];
        for (int i = 0; i < text.length; i++) {
            folded[i] = fold(text[i]);
        }
        if (folded.length < SHORTEST) {
            throw new IllegalArgumentException("the mark `" + name + "` is too short to mean anything");
        }
        byStart.computeIfAbsent(start(folded, 0), start -> new ArrayList<>()).add(new Needle(name, form, folded));
    }

    void look(String where, String text) {
        look(where, text.getBytes(StandardCharsets.UTF_8));
    }

    void look(String where, byte[] bytes) {
        looks++;
        byte[] hay = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            hay[i] = fold(bytes[i]);
        }
        boolean[] begins = new boolean[1 << 16];
        byStart.keySet().forEach(start -> begins[start >>> 16] = true);
        for (int at = 0; at + SHORTEST <= hay.length; at++) {
            if (begins[(hay[at] & 0xff) << 8 | hay[at + 1] & 0xff]) {
                compare(where, hay, at);
            }
        }
    }

    private void compare(String where, byte[] hay, int at) {
        for (Needle needle : byStart.getOrDefault(start(hay, at), List.of())) {
            int end = at + needle.bytes.length;
            if (end <= hay.length && Arrays.equals(hay, at, end, needle.bytes, 0, needle.bytes.length)) {
                found.add(needle.mark + " as " + needle.form + " in " + where);
            }
        }
    }

    /** Every file below a folder, by its path from there. A file that goes while it is looked for holds nothing. */
    void lookBelow(String what, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                look(what + " " + folder.relativize(file), Files.readAllBytes(file));
            } catch (NoSuchFileException gone) {
                // The node puts its files together as it likes.
            }
        }
    }

    /** What was found, as `mark as form in place`. */
    Set<String> found() {
        return new TreeSet<>(found);
    }

    int looks() {
        return looks;
    }

    private static byte fold(byte one) {
        return one >= 'A' && one <= 'Z' ? (byte) (one + 32) : one;
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
