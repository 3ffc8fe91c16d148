package confidant.store.cassandra;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many rows as a few blobs: {@code 0x01 | words(1) | each length(1) and UTF-8 | rows(4) | row after row}. A row names words
 * that come again and again, such as purposes, by their number.
 */
final class Packing<T> {
    private static final byte VERSION = 1;
    /** Well under what the database takes as one write. */
    private static final int PART = 1 << 20;

    /** How one row is written and read. */
    interface Form<T> {
        void write(T row, Words words, DataOutputStream out) throws IOException;

        T read(ByteBuffer in, List<String> words);
    }

    /** Numbers the words of one part as they come. */
    static final class Words {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String word) {
            int number = numbers.computeIfAbsent(word, absent -> numbers.size());
            if (number > 255) {
                throw new IllegalStateException("a part of a shelf has too many words");
            }
            return number;
        }
    }

    private final Form<T> form;

    Packing(Form<T> form) {
        this.form = form;
    }

    /** In parts of about a megabyte; at least one. */
    List<byte[]> pack(Collection<T> rows) {
        List<byte[]> parts = new ArrayList<>();
        try {
            Words words = new Words();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(body);
            int count = 0;
            for (T row : rows) {
                form.write(row, words, out);
                count++;
                if (body.size() >= PART) {
                    parts.add(part(words, count, body));
                    words = new Words();
                    body.reset();
                    count = 0;
                }
            }
            if (count > 0 || parts.isEmpty()) {
                parts.add(part(words, count, body));
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] part(Words words, int count, ByteArrayOutputStream body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.size() + 1024);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(VERSION);
        out.writeByte(words.numbers.size());
        for (String word : words.numbers.keySet()) {
            byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
            out.writeByte(utf8.length);
            out.write(utf8);
        }
        out.writeInt(count);
        body.writeTo(out);
        return bytes.toByteArray();
    }

    /** Whether this program can read the part; one of another version is packed anew. */
    static boolean readable(ByteBuffer part) {
        return part.hasRemaining() && part.get(part.position()) == VERSION;
    }

    /** Row by row, by whoever goes through the stream. */
    Stream<T> unpack(ByteBuffer part) {
        ByteBuffer in = part.duplicate();
        in.get();
        List<String> words = IntStream.range(0, in.get() & 0xff)
                .mapToObj(i -> {
                    byte[] utf8 = new byte[in.get() & 0xff];
                    in.get(utf8);
                    return new String(utf8, StandardCharsets.UTF_8);
                })
                .toList();
        return IntStream.range(0, in.getInt()).mapToObj(i -> form.read(in, words));
    }

    static byte[] bytes(ByteBuffer in, int size) {
        byte[] own = Arrays.copyOfRange(
                in.array(), in.arrayOffset() + in.position(), in.arrayOffset() + in.position() + size);
        in.position(in.position() + size);
        return own;
    }
}
