package confidant.core.pool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Walks over the bytes of an opened tag card and hands out kind, value and end of each tag. The same form as
 * {@link confidant.core.Fields} writes, read without making a map for every one of some hundred thousand tags.
 */
final class CardScan {
    private static final byte[] KIND = "kind".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UNTIL = "until".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private CardScan() {}

    /** Takes one tag; {@code until} in milliseconds, {@link Long#MAX_VALUE} for one without an end. */
    @FunctionalInterface
    interface Taker {
        void tag(String kind, String value, long until);
    }

    /** @throws IllegalArgumentException if the bytes are no card */
    static void scan(byte[] plain, Taker taker) {
        ByteBuffer in = ByteBuffer.wrap(plain);
        try {
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("a card of an unknown version");
            }
            int tags = in.getInt();
            for (int i = 0; i < tags; i++) {
                tag(plain, in, taker);
            }
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a card that ends too early");
        }
    }

    private static void tag(byte[] plain, ByteBuffer in, Taker taker) {
        int fields = in.getShort() & 0xffff;
        String kind = "";
        String value = "";
        long until = Long.MAX_VALUE;
        for (int j = 0; j < fields; j++) {
            int nameSize = in.getInt();
            int name = skip(in, nameSize);
            int size = in.getInt();
            int at = skip(in, size);
            if (same(plain, name, nameSize, KIND)) {
                kind = new String(plain, at, size, StandardCharsets.UTF_8);
            } else if (same(plain, name, nameSize, VALUE)) {
                value = new String(plain, at, size, StandardCharsets.UTF_8);
            } else if (same(plain, name, nameSize, UNTIL)) {
                until = millis(plain, at, size);
            }
        }
        taker.tag(kind, value, until);
    }

    private static int skip(ByteBuffer in, int size) {
        int at = in.position();
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("a card that ends too early");
        }
        in.position(at + size);
        return at;
    }

    private static boolean same(byte[] plain, int at, int size, byte[] word) {
        return size == word.length && Arrays.equals(plain, at, at + size, word, 0, size);
    }

    // Whole seconds are enough, cut off and so never too late; whatever is not in the plain form goes the long way.
    private static long millis(byte[] plain, int at, int size) {
        if (size < 20 || plain[at + 4] != '-' || plain[at + 10] != 'T' || plain[at + size - 1] != 'Z') {
            return Instant.parse(new String(plain, at, size, StandardCharsets.US_ASCII))
                    .toEpochMilli();
        }
        LocalDate day = LocalDate.of(digits(plain, at, 4), digits(plain, at + 5, 2), digits(plain, at + 8, 2));
        long seconds = digits(plain, at + 11, 2) * 3600L + digits(plain, at + 14, 2) * 60L + digits(plain, at + 17, 2);
        return (day.toEpochDay() * 86_400L + seconds) * 1000L;
    }

    private static int digits(byte[] plain, int at, int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number * 10 + (plain[at + i] - '0');
        }
        return number;
    }
}
