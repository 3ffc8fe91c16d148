package confidant.core.tagging;

import confidant.model.Personal;
import confidant.model.Tag;
import confidant.model.TagId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A tag card as bytes to be sealed, and back. Unlocking a pool reads hundreds of thousands of tags, so the form is short:
 * {@code 0x02 | words(1) | each length(1) and UTF-8 | tags(2)}, then for each tag {@code until(8) | since(8) | evidence(8) |
 * id(16) | kind(1) | source(1) | length(4) and UTF-8 of the value}. Kind and source are numbers of words; times are
 * milliseconds, cut off.
 */
public final class CardForm {
    private static final byte VERSION = 2;
    private static final long NO_END = Long.MAX_VALUE;
    private static final long LAST_SECOND = Long.MAX_VALUE / 1000 - 1;
    private static final int AFTER_UNTIL = 8 + 8 + 16;

    private CardForm() {}

    /** Takes one tag; {@code until} in milliseconds, not after the true end, {@link Long#MAX_VALUE} for one without. */
    @FunctionalInterface
    public interface Taker {
        void tag(String kind, String value, long until);
    }

    static byte[] write(List<Tag> tags) {
        Map<String, Integer> words = new LinkedHashMap<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80 * tags.size() + 32);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            tags.forEach(tag -> {
                words.putIfAbsent(tag.kind(), words.size());
                words.putIfAbsent(tag.source(), words.size());
            });
            out.writeByte(VERSION);
            out.writeByte(small(words.size()));
            for (String word : words.keySet()) {
                byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
                out.writeByte(small(utf8.length));
                out.write(utf8);
            }
            out.writeShort(tags.size());
            for (Tag tag : tags) {
                write(tag, words, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Tag tag, Map<String, Integer> words, DataOutputStream out) throws IOException {
        byte[] value = tag.value().reveal().getBytes(StandardCharsets.UTF_8);
        out.writeLong(tag.until().map(CardForm::millis).orElse(NO_END));
        out.writeLong(millis(tag.since()));
        out.writeLong(tag.evidence());
        out.writeLong(tag.id().value().getMostSignificantBits());
        out.writeLong(tag.id().value().getLeastSignificantBits());
        out.writeByte(words.getOrDefault(tag.kind(), 0));
        out.writeByte(words.getOrDefault(tag.source(), 0));
        out.writeInt(value.length);
        out.write(value);
    }

    private static int small(int number) {
        if (number > 255) {
            throw new IllegalArgumentException("a card has too many kinds of tags, or one with too long a name");
        }
        return number;
    }

    private static long millis(Instant at) {
        long second = Math.max(-LAST_SECOND, Math.min(at.getEpochSecond(), LAST_SECOND));
        return second * 1000 + at.getNano() / 1_000_000;
    }

    /** @throws IllegalArgumentException if the bytes are no card */
    static List<Tag> read(byte[] plain) {
        List<Tag> tags = new ArrayList<>();
        walk(plain, (in, words) -> {
            Optional<Instant> until =
                    Optional.of(in.getLong()).filter(end -> end != NO_END).map(Instant::ofEpochMilli);
            Instant since = Instant.ofEpochMilli(in.getLong());
            long evidence = in.getLong();
            TagId id = new TagId(new UUID(in.getLong(), in.getLong()));
            String kind = words[in.get() & 0xff];
            String source = words[in.get() & 0xff];
            tags.add(new Tag(id, kind, Personal.of(text(in, in.getInt())), source, evidence, since, until));
        });
        return tags;
    }

    /**
     * Hands out what is counted by.
     *
     * @throws IllegalArgumentException if the bytes are no card
     */
    public static void scan(byte[] plain, Taker taker) {
        if (plain.length > 0 && !is(plain)) {
            TagText.read(plain)
                    .forEach(tag -> taker.tag(
                            tag.kind(),
                            tag.value().reveal(),
                            tag.until().map(CardForm::millis).orElse(NO_END)));
            return;
        }
        walk(plain, (in, words) -> {
            long until = in.getLong();
            skip(in, AFTER_UNTIL);
            String kind = words[in.get() & 0xff];
            skip(in, 1);
            taker.tag(kind, text(in, in.getInt()), until);
        });
    }

    static boolean is(byte[] plain) {
        return plain.length > 0 && plain[0] == VERSION;
    }

    private interface Step {
        void take(ByteBuffer in, String[] words);
    }

    private static void walk(byte[] plain, Step step) {
        ByteBuffer in = ByteBuffer.wrap(plain);
        try {
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("a card of an unknown version");
            }
            String[] words = new String[in.get() & 0xff];
            for (int i = 0; i < words.length; i++) {
                words[i] = text(in, in.get() & 0xff);
            }
            int tags = in.getShort() & 0xffff;
            for (int i = 0; i < tags; i++) {
                step.take(in, words);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a card that ends too early");
        }
    }

    private static void skip(ByteBuffer in, int size) {
        if (size < 0 || size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + size);
    }

    private static String text(ByteBuffer in, int size) {
        int at = in.position();
        skip(in, size);
        return new String(in.array(), at, size, StandardCharsets.UTF_8);
    }
}
