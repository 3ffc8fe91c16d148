package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Doorway.Knock;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies and signatures bent at random, always from the same seed. */
final class LineFuzzTest {
    private static final byte[] ODD = {0, '"', '{', '}', '[', ']', '\\', ',', ':', '-', '9', (byte) 0xC3, (byte) 0xFF};

    private final Rehearsal room = new Rehearsal();
    private final byte[] honest = room.events
            .hook(
                    room.events.text(Rehearsal.USER, "生日快樂 \uD83C\uDF82"),
                    room.events.sticker(Rehearsal.USER),
                    room.events.file(Rehearsal.USER, "菜單.pdf", 300),
                    room.events.follow(Rehearsal.USER, false))
            .body();

    @Test
    void signed_bodies_bent_at_random_are_read_or_refused_and_never_thrown() {
        var random = new Random(20260214);
        int entered = 0;
        int malformed = 0;
        for (int i = 0; i < 60_000; i++) {
            var knock = room.knock(room.events.signed(bent(random)));
            if (knock instanceof Knock.Events) {
                entered++;
            } else {
                assertThat(knock).isInstanceOf(Knock.Malformed.class);
                malformed++;
            }
        }
        assertThat(entered).as("some bends are harmless").isPositive();
        assertThat(malformed).as("most bends are not").isGreaterThan(entered);
    }

    @Test
    void nothing_enters_without_its_own_signature() {
        var random = new Random(7);
        var signature = room.events.signed(honest).signature();
        int forgeries = 0;
        for (int i = 0; i < 12_000; i++) {
            var body = bent(random);
            if (!Arrays.equals(body, honest)) {
                assertThat(room.knock(body, signature)).isInstanceOf(Knock.Forged.class);
                forgeries++;
            }
            var forged = bent(random, signature);
            if (!forged.equals(signature)) {
                assertThat(room.knock(honest, forged)).isInstanceOf(Knock.Forged.class);
                forgeries++;
            }
        }
        assertThat(forgeries).isGreaterThan(20_000);
    }

    private byte[] bent(Random random) {
        var body = honest.clone();
        for (int bends = 1 + random.nextInt(4); bends > 0; bends--) {
            int at = random.nextInt(body.length);
            switch (random.nextInt(5)) {
                case 0 -> body[at] = (byte) random.nextInt(256);
                case 1 -> body[at] = ODD[random.nextInt(ODD.length)];
                case 2 -> body[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> body = without(body, at, 1 + random.nextInt(20));
                default -> body = doubled(body, at, 1 + random.nextInt(40));
            }
            if (body.length == 0) {
                return body;
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
    }

    private static byte[] without(byte[] body, int from, int length) {
        int to = Math.min(body.length, from + length);
        var shorter = Arrays.copyOf(body, body.length - (to - from));
        System.arraycopy(body, to, shorter, from, body.length - to);
        return shorter;
    }

    private static byte[] doubled(byte[] body, int from, int length) {
        int to = Math.min(body.length, from + length);
        var longer = Arrays.copyOf(body, body.length + (to - from));
        System.arraycopy(body, from, longer, to, body.length - from);
        return longer;
    }

    private static String bent(Random random, String signature) {
        int at = random.nextInt(signature.length());
        return switch (random.nextInt(4)) {
            case 0 -> signature.substring(0, at);
            case 1 -> signature.substring(at);
            case 2 -> signature.substring(0, at) + (char) random.nextInt(0x300) + signature.substring(at + 1);
            default -> signature.substring(0, at) + signature.charAt(at) + signature.substring(at);
        };
    }
}
