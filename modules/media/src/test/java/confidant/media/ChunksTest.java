package confidant.media;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Cleaner.Clean;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** PNG, WebP and GIF: pictures made of chunks of which some are taken out. */
final class ChunksTest {
    private static final byte[] HEARD = Pictures.bytes("Comment\0" + Pictures.MARK);

    /** Signature and first chunk of a PNG. */
    private static final int HEAD = 8 + 25;

    @Test
    void png_losesItsWords_andNothingElse() {
        byte[] plain = Pictures.written("png");
        byte[] shown = Pictures.with(plain, HEAD, Pictures.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}));
        byte[] full = Pictures.joined(
                Pictures.with(
                        shown,
                        HEAD,
                        Pictures.chunk("tEXt", HEARD),
                        Pictures.chunk("zTXt", HEARD),
                        Pictures.chunk("iTXt", HEARD),
                        Pictures.chunk("tIME", new byte[7]),
                        Pictures.chunk("prVW", HEARD)),
                HEARD);

        Clean kept = Pictures.clean(full);

        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(kept.bytes()).isEqualTo(shown);
        assertThat(Pictures.pixels(kept.bytes())).isEqualTo(Pictures.pixels(plain));
    }

    @Test
    void png_keepsItsTurn_inNotesOfItsOwn() {
        byte[] plain = Pictures.written("png");

        byte[] kept = Pictures.clean(Pictures.with(plain, HEAD, Pictures.chunk("eXIf", Pictures.notes(3))))
                .bytes();

        assertThat(kept).isEqualTo(Pictures.with(plain, HEAD, Pictures.chunk("eXIf", Turn.write(3))));
        assertThat(Pictures.pixels(kept)).isEqualTo(Pictures.pixels(plain));
    }

    @Test
    void webp_losesNotesAndDescription_andItsSizesAreRight() {
        byte[] contents = {0x2C, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] full = webp(
                Pictures.riff("VP8X", contents),
                Pictures.riff("ICCP", Pictures.bytes("colours")),
                Pictures.pixel(),
                Pictures.riff("EXIF", Pictures.notes(1)),
                Pictures.riff("XMP ", HEARD),
                Pictures.riff("note", HEARD));
        byte[] left = {0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0};

        Clean kept = Pictures.clean(Pictures.joined(full, HEARD));

        assertThat(kept.type()).isEqualTo("image/webp");
        assertThat(kept.bytes())
                .isEqualTo(webp(
                        Pictures.riff("VP8X", left),
                        Pictures.riff("ICCP", Pictures.bytes("colours")),
                        Pictures.pixel()));
    }

    @Test
    void webp_keepsItsTurn_andItsFrames() {
        byte[] contents = {0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] head = new byte[16];
        byte[] loop = Pictures.riff("ANIM", new byte[6]);

        byte[] kept = Pictures.clean(webp(
                        Pictures.riff("VP8X", contents),
                        loop,
                        Pictures.riff("ANMF", Pictures.joined(head, Pictures.pixel(), Pictures.riff("note", HEARD))),
                        Pictures.riff("EXIF", Pictures.joined(Pictures.bytes(Turn.NAME), Pictures.notes(8)))))
                .bytes();

        assertThat(kept)
                .isEqualTo(webp(
                        Pictures.riff("VP8X", contents),
                        loop,
                        Pictures.riff("ANMF", Pictures.joined(head, Pictures.pixel())),
                        Pictures.riff("EXIF", Turn.write(8))));
    }

    @Test
    void webpOfOnePicture_isTheSameToTheByte() {
        byte[] plain = webp(Pictures.pixel());

        assertThat(Pictures.clean(plain).bytes()).isEqualTo(plain);
    }

    private static byte[] webp(byte[]... chunks) {
        return Pictures.riff("RIFF", Pictures.joined(Pictures.bytes("WEBP"), Pictures.joined(chunks)));
    }

    @Test
    void gif_losesComments_andKeepsItsLoop() {
        byte[] plain = Pictures.written("gif");
        int first = 13 + 3 * (2 << (plain[10] & 7));
        byte[] loop = Pictures.bytes("!\377\13NETSCAPE2.0\3\1\0\0\0");
        byte[] comment =
                Pictures.joined(Pictures.bytes("!\376"), new byte[] {(byte) HEARD.length}, HEARD, new byte[] {0});
        byte[] program = Pictures.joined(
                Pictures.bytes("!\377\13XMP DataXMP"), new byte[] {(byte) HEARD.length}, HEARD, new byte[] {0});

        Clean kept = Pictures.clean(Pictures.joined(Pictures.with(plain, first, comment, loop, program), HEARD));

        assertThat(kept.type()).isEqualTo("image/gif");
        assertThat(kept.bytes()).isEqualTo(Pictures.with(plain, first, loop));
        assertThat(Pictures.pixels(kept.bytes())).isEqualTo(Pictures.pixels(plain));
    }

    @Test
    void pictureThatBreaksOff_isKeptAsItIs_ofNoKnownType() {
        for (String form : new String[] {"png", "gif"}) {
            byte[] whole = Pictures.written(form);
            byte[] broken = Arrays.copyOf(whole, whole.length - 9);

            Clean kept = Pictures.clean("holiday." + form, broken);

            assertThat(kept.type()).isEqualTo("application/octet-stream");
            assertThat(kept.bytes()).isEqualTo(broken);
            assertThat(kept.name().reveal()).isEqualTo("holiday." + form);
        }
    }
}
