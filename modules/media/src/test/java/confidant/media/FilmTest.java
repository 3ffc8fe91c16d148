package confidant.media;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Cleaner.Clean;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Boxes within boxes, of which some become gaps and none moves. */
final class FilmTest {
    private static final byte[] PLACE = Pictures.bytes("+25.0330+121.5654/" + Pictures.MARK);
    private static final byte[] GAP = new byte[PLACE.length];

    @Test
    void placesAndNames_becomeZeros_andNothingMoves() {
        Clean kept = Pictures.clean(film("mp42", "udta", "meta", "uuid", PLACE));

        assertThat(kept.type()).isEqualTo("video/mp4");
        assertThat(kept.bytes()).isEqualTo(film("mp42", "free", "free", "free", GAP));
    }

    @Test
    void filmsOfAPhone_andSounds_too() {
        for (String brand : new String[] {"qt  ", "isom", "M4A ", "3gp5"}) {
            assertThat(Pictures.letters(Pictures.clean(film(brand, "udta", "meta", "skip", PLACE))
                            .bytes()))
                    .as(brand)
                    .doesNotContain("+25", "HERON");
        }
    }

    @Test
    void lengthsOfEveryForm_areRead() {
        byte[] wide = Pictures.joined(
                box("ftyp", Pictures.bytes("mp42\0\0\0\0")),
                ByteBuffer.allocate(16)
                        .putInt(1)
                        .put(Pictures.bytes("uuid"))
                        .putLong(16 + PLACE.length)
                        .array(),
                PLACE,
                new byte[] {0, 0, 0, 0},
                Pictures.bytes("mdatmoving"));

        byte[] kept = Pictures.clean(wide).bytes();

        assertThat(kept).hasSameSizeAs(wide);
        assertThat(Pictures.letters(kept)).doesNotContain("HERON").endsWith("mdatmoving");
    }

    @Test
    void bentFilms_neverThrow() {
        Random random = new Random(11);
        byte[] whole = film("mp42", "udta", "meta", "uuid", PLACE);
        for (int i = 0; i < 10_000; i++) {
            byte[] bent = whole.clone();
            for (int bends = 1 + random.nextInt(3); bends > 0; bends--) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bent, random.nextBoolean() ? bent.length : random.nextInt(bent.length));

            assertThat(Pictures.cleanAs("video/mp4", cut).bytes()).hasSameSizeAs(cut);
        }
    }

    private static byte[] film(String brand, String first, String second, String third, byte[] notes) {
        byte[] track = box("trak", box("tkhd", new byte[8]), box(first, notes), box("mdia", Pictures.bytes("kept")));
        return Pictures.joined(
                box("ftyp", Pictures.bytes(brand + "\0\0\0\0")),
                box("moov", box("mvhd", new byte[8]), box(first, notes), track, box(second, notes)),
                box("mdat", Pictures.bytes("moving pictures")),
                box(third, notes));
    }

    private static byte[] box(String type, byte[]... body) {
        byte[] all = Pictures.joined(body);
        return ByteBuffer.allocate(8 + all.length)
                .putInt(8 + all.length)
                .put(Pictures.bytes(type))
                .put(all)
                .array();
    }
}
