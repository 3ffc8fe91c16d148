package confidant.media;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Cleaner.Clean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pictures bent and cut at random, always from the same seed. */
final class MediaFuzzTest {
    private static final List<String> TYPES = List.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final List<byte[]> WHOLE = List.of(
            Pictures.with(
                    Pictures.written("jpg"),
                    20,
                    Pictures.segment(0xE1, Pictures.joined(Pictures.bytes(Turn.NAME), Pictures.notes(6)))),
            Pictures.with(Pictures.written("png"), 33, Pictures.chunk("eXIf", Pictures.notes(6))),
            Pictures.written("gif"),
            Pictures.riff(
                    "RIFF",
                    Pictures.joined(
                            Pictures.bytes("WEBP"),
                            Pictures.riff("VP8X", new byte[10]),
                            Pictures.riff("ANMF", Pictures.joined(new byte[16], Pictures.pixel())),
                            Pictures.pixel(),
                            Pictures.riff("EXIF", Pictures.notes(6)))));

    @Test
    void bentPictures_neverThrow_andAreNeverMuchLarger() {
        Random random = new Random(20261130);
        int understood = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bent = bent(WHOLE.get(i % WHOLE.size()), random);
            byte[] before = bent.clone();

            Clean kept = Pictures.cleanAs(TYPES.get(i % TYPES.size()), bent);

            assertThat(bent).isEqualTo(before);
            if (kept.type().equals("application/octet-stream")) {
                assertThat(kept.bytes()).isEqualTo(before);
            } else {
                assertThat(kept.bytes().length).isLessThanOrEqualTo(before.length + Form.MOST_ADDED);
                understood++;
            }
        }
        assertThat(understood).as("some bends are harmless").isBetween(1_000, 9_500);
    }

    @Test
    void picturesOfAnotherForm_neverThrow() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            byte[] bent = bent(WHOLE.get(i % WHOLE.size()), random);

            assertThat(Pictures.cleanAs(TYPES.get(random.nextInt(TYPES.size())), bent)
                            .bytes())
                    .isNotNull();
        }
    }

    @Test
    void randomBytes_behindEachBeginning_neverThrow() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            byte[] whole = WHOLE.get(i % WHOLE.size());

            Clean kept = Pictures.clean(Pictures.with(noise, 0, Arrays.copyOf(whole, random.nextInt(40))));

            assertThat(kept.bytes()).isNotNull();
        }
    }

    @Test
    void everyCut_ofEveryPicture_isHandled() {
        for (int i = 0; i < WHOLE.size(); i++) {
            byte[] whole = WHOLE.get(i);
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);

                assertThat(Pictures.cleanAs(TYPES.get(i), cut).bytes()).isNotNull();
            }
        }
    }

    private static byte[] bent(byte[] whole, Random random) {
        byte[] bent = whole.clone();
        for (int bends = 1 + random.nextInt(4); bends > 0; bends--) {
            // Most of what steers the reading stands at the front.
            int at = random.nextBoolean() ? random.nextInt(bent.length) : random.nextInt(Math.min(120, bent.length));
            bent[at] = (byte) (random.nextInt(4) == 0 ? 0xFF : random.nextInt(256));
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bent, random.nextInt(bent.length)) : bent;
    }
}
