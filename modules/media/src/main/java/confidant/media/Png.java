package confidant.media;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * PNG. Kept are the critical chunks and those that say how colours, transparency and frames are shown, checksums included.
 * Left out are texts, times, notes, chunks of single programs, and what comes after the end.
 */
final class Png implements Form {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEAD = Form.code("IHDR");
    private static final int END = Form.code("IEND");
    private static final int NOTES = Form.code("eXIf");

    /** A small first letter says that one can do without. */
    private static final int ANCILLARY = 0x20000000;

    private static final Set<Integer> SHOWN = Stream.of(
                    "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs",
                    "sPLT", "acTL", "fcTL", "fdAT")
            .map(Form::code)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public void copy(ByteBuffer in, ByteBuffer out) throws NotThisForm {
        NotThisForm.unless(in.getLong() == SIGNATURE);
        out.putLong(SIGNATURE);
        boolean turned = false;
        int type = 0;
        while (type != END) {
            int from = in.position();
            long length = in.getInt() & 0xFFFFFFFFL;
            int before = type;
            type = in.getInt();
            NotThisForm.unless((before == 0) == (type == HEAD));
            ByteBuffer body = Form.next(in, length);
            in.getInt();
            if (type == NOTES && !turned) {
                turn(Turn.read(body), out);
                turned = true;
            } else if ((type & ANCILLARY) == 0 || SHOWN.contains(type)) {
                out.put(in.slice(from, in.position() - from));
            }
        }
    }

    private static void turn(int turn, ByteBuffer out) {
        if (turn != Turn.NONE) {
            byte[] notes = Turn.write(turn);
            CRC32 sum = new CRC32();
            sum.update(ByteBuffer.allocate(4).putInt(NOTES).flip());
            sum.update(notes);
            out.putInt(notes.length).putInt(NOTES).put(notes).putInt((int) sum.getValue());
        }
    }
}
