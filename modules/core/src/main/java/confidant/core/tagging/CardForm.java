package confidant.core.tagging;

import confidant.model.Personal;
import confidant.model.Tag;
import confidant.model.TagId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A tag card as bytes to be sealed, and back. Unlocking a pool reads hundreds of thousands of tags, so the form is short and
 * what is counted by lies at fixed places: {@code 0x02 | tags(4)}, then for each tag {@code size(4) | until(8+4) | since(8+4) |
 * evidence(8) | id(16) | kind | value | source}, big-endian. Times are seconds and nanoseconds, texts {@code length(4)} and
 * UTF-8. {@code size} is what follows it, so that a longer tag of a newer program is read as far as it is understood.
 */
public final class CardForm {
    private static final byte VERSION = 2;
    private static final long NO_END = Long.MAX_VALUE;
    private static final long LAST_SECOND = Long.MAX_VALUE / 1000;
    private static final int FIXED = 12 + 12 + 8 + 16;

    private CardForm() {}

    /** Takes one tag; {@code until} in milliseconds, not after the true end, {@link Long#MAX_VALUE} for one without. */
    @FunctionalInterface
    public interface Taker {
        void tag(String kind, String value, long until);
    }

    static byte[] write(List<Tag> tags) {
        List<byte[]> all = tags.stream().map(CardForm::one).toList();
        ByteBuffer out = ByteBuffer.allocate(
                5 + all.stream().mapToInt(one -> 4 + one.length).sum());
        out.put(VERSION).putInt(tags.size());
        all.forEach(one -> out.putInt(one.length).put(one));
        return out.array();
    }

    private static byte[] one(Tag tag) {
        byte[] kind = utf8(tag.kind());
        byte[] value = utf8(tag.value().reveal());
        byte[] source = utf8(tag.source());
        ByteBuffer out = ByteBuffer.allocate(FIXED + 12 + kind.length + value.length + source.length);
        out.putLong(tag.until().map(Instant::getEpochSecond).orElse(NO_END));
        out.putInt(tag.until().map(Instant::getNano).orElse(0));
        out.putLong(tag.since().getEpochSecond()).putInt(tag.since().getNano());
        out.putLong(tag.evidence());
        out.putLong(tag.id().value().getMostSignificantBits());
        out.putLong(tag.id().value().getLeastSignificantBits());
        for (byte[] text : List.of(kind, value, source)) {
            out.putInt(text.length).put(text);
        }
        return out.array();
    }

    /** @throws IllegalArgumentException if the bytes are no card */
    static List<Tag> read(byte[] plain) {
        List<Tag> tags = new ArrayList<>();
        walk(plain, in -> {
            Optional<Instant> until = Optional.of(in.getLong(in.position()))
                    .filter(second -> second != NO_END)
                    .map(second -> Instant.ofEpochSecond(second, in.getInt(in.position() + 8)));
            in.position(in.position() + 12);
            Instant since = Instant.ofEpochSecond(in.getLong(), in.getInt());
            long evidence = in.getLong();
            TagId id = new TagId(new UUID(in.getLong(), in.getLong()));
            tags.add(new Tag(id, text(in), Personal.of(text(in)), text(in), evidence, since, until));
        });
        return tags;
    }

    /**
     * Hands out what is counted by.
     *
     * @throws IllegalArgumentException if the bytes are no card
     */
    public static void scan(byte[] plain, Taker taker) {
        if (plain.length > 0 && plain[0] != VERSION) {
            TagText.read(plain)
                    .forEach(tag -> taker.tag(
                            tag.kind(),
                            tag.value().reveal(),
                            tag.until().map(CardForm::millis).orElse(NO_END)));
            return;
        }
        walk(plain, in -> {
            long second = in.getLong();
            in.position(in.position() + FIXED - 8);
            taker.tag(text(in), text(in), second > LAST_SECOND ? NO_END : second * 1000);
        });
    }

    private static long millis(Instant until) {
        return Math.min(until.getEpochSecond(), LAST_SECOND) * 1000;
    }

    static boolean is(byte[] plain) {
        return plain.length > 0 && plain[0] == VERSION;
    }

    private interface Step {
        void take(ByteBuffer in);
    }

    private static void walk(byte[] plain, Step step) {
        ByteBuffer in = ByteBuffer.wrap(plain);
        try {
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("a card of an unknown version");
            }
            int tags = in.getInt();
            for (int i = 0; i < tags; i++) {
                int size = in.getInt();
                int end = in.position() + size;
                if (size < FIXED || size > in.remaining()) {
                    throw new IllegalArgumentException("a card that ends too early");
                }
                in.limit(end);
                step.take(in);
                in.limit(plain.length).position(end);
            }
        } catch (BufferUnderflowException | DateTimeException e) {
            throw new IllegalArgumentException("a card that ends too early");
        }
    }

    private static String text(ByteBuffer in) {
        int size = in.getInt();
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("a card that ends too early");
        }
        String text = new String(in.array(), in.position(), size, StandardCharsets.UTF_8);
        in.position(in.position() + size);
        return text;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
