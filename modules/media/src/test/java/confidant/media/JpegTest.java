package confidant.media;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.port.Cleaner.Clean;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.junit.jupiter.api.Test;

/** What is left of a camera's picture, as another library reads it. */
final class JpegTest {

    @Test
    void everythingButTheTurn_isTakenOut_andThePixelsAreTheSame() throws Exception {
        byte[] taken = taken(6);
        JpegImageMetadata before = (JpegImageMetadata) Imaging.getMetadata(taken);
        assertThat(before.getExif().getGpsInfo().getLatitudeAsDegreesNorth()).isBetween(25.0, 25.1);
        assertThat(Imaging.getXmpXml(taken)).contains(Pictures.MARK);

        Clean kept = Pictures.clean(taken);

        JpegImageMetadata after = (JpegImageMetadata) Imaging.getMetadata(kept.bytes());
        assertThat(after.getExif().getGpsInfo()).isNull();
        assertThat(after.getExif().getAllFields()).hasSize(1);
        assertThat(after.findExifValue(TiffTagConstants.TIFF_TAG_ORIENTATION).getIntValue())
                .isEqualTo(6);
        assertThat(after.getPhotoshop()).isNull();
        assertThat(Imaging.getXmpXml(kept.bytes())).isNull();
        assertThat(kept.type()).isEqualTo("image/jpeg");
        assertThat(Pictures.letters(kept.bytes())).doesNotContain("HERON", "GPS", "Photoshop", "xmp", "http");
        assertThat(Pictures.pixels(kept.bytes())).isEqualTo(Pictures.pixels(taken));
    }

    @Test
    void pictureThatStandsUpright_hasNoNotesAtAll() throws Exception {
        assertThat(Imaging.getMetadata(Pictures.clean(taken(1)).bytes())).isNull();
    }

    @Test
    void pictureWithoutNotes_isTheSameToTheByte() {
        byte[] plain = Pictures.written("jpg");

        assertThat(Pictures.clean(plain).bytes()).isEqualTo(plain);
    }

    @Test
    void thumbnailOfAnOldForm_andWhatStandsBehindTheEnd_areTakenOut() {
        byte[] plain = Pictures.written("jpg");
        byte[] thumb =
                Pictures.joined(Arrays.copyOfRange(plain, 6, 18), new byte[] {3, 5}, Pictures.bytes(Pictures.MARK));
        byte[] old = Pictures.joined(
                Pictures.with(
                        Arrays.copyOfRange(plain, 20, plain.length),
                        0,
                        new byte[] {(byte) 0xFF, (byte) 0xD8},
                        Pictures.segment(0xE0, thumb),
                        Pictures.segment(0xE0, Pictures.bytes("JFXX\0" + Pictures.MARK)),
                        Pictures.segment(0xE2, Pictures.bytes("MPF\0" + Pictures.MARK))),
                Pictures.bytes("ftypmp42 a film of " + Pictures.MARK));

        assertThat(Pictures.clean(old).bytes()).isEqualTo(plain);
    }

    @Test
    void profileOfColours_andHowTheyAreStored_stay() {
        byte[] profile = Pictures.segment(0xE2, Pictures.bytes("ICC_PROFILE\0\1\1 of colours"));
        byte[] adobe = Pictures.segment(0xEE, Pictures.bytes("Adobe\0\144\0\0\0\0\0"));
        byte[] coloured = Pictures.with(Pictures.written("jpg"), 20, profile, adobe);

        assertThat(Pictures.clean(coloured).bytes()).isEqualTo(coloured);
    }

    @Test
    void pictureCutOffWithin_keepsNoNotesEither() throws Exception {
        byte[] taken = taken(8);

        Clean kept = Pictures.clean(Arrays.copyOf(taken, taken.length - 40));

        assertThat(kept.type()).isEqualTo("image/jpeg");
        assertThat(Pictures.letters(kept.bytes())).doesNotContain("HERON");
    }

    /** As a camera and a program leave it: notes with a place, a description, a comment, and what a print shop writes. */
    private static byte[] taken(int turn) throws Exception {
        TiffOutputSet notes = new TiffOutputSet();
        notes.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) turn);
        notes.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ARTIST, Pictures.MARK);
        notes.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_BODY_SERIAL_NUMBER, Pictures.MARK);
        notes.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_MAKER_NOTE, Pictures.bytes(Pictures.MARK));
        notes.setGpsInDegrees(121.5654, 25.0330);
        ByteArrayOutputStream noted = new ByteArrayOutputStream();
        new ExifRewriter().updateExifMetadataLossless(Pictures.written("jpg"), noted, notes);
        ByteArrayOutputStream described = new ByteArrayOutputStream();
        new JpegXmpRewriter()
                .updateXmpXml(
                        noted.toByteArray(),
                        described,
                        "<x:xmpmeta xmlns:x='http://x'>" + Pictures.MARK + "</x:xmpmeta>");
        return Pictures.with(
                described.toByteArray(),
                20,
                Pictures.segment(0xED, Pictures.bytes("Photoshop 3.0\0" + Pictures.MARK)),
                Pictures.segment(0xFE, Pictures.bytes("by " + Pictures.MARK)));
    }
}
