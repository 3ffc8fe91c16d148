package confidant.fake.line;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Ids in the platform's forms; fresh over all runs, since a server may keep those of earlier ones. */
final class Ulid {
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final RandomGenerator RANDOM = new SecureRandom();

    private Ulid() {}

    /** Ten characters of time, sixteen of chance. */
    static String fresh(long milliseconds) {
        var text = new StringBuilder(26);
        for (int shift = 45; shift >= 0; shift -= 5) {
            text.append(CROCKFORD[(int) (milliseconds >>> shift) & 31]);
        }
        for (int i = 0; i < 16; i++) {
            text.append(CROCKFORD[RANDOM.nextInt(32)]);
        }
        return text.toString();
    }

    /** A message id: eighteen digits. */
    static String digits() {
        return String.valueOf(RANDOM.nextLong(100_000_000_000_000_000L, 1_000_000_000_000_000_000L));
    }
}
