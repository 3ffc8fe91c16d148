package confidant.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * WebP. Kept are the chunks that the picture or its frames are decoded by, and its colour profile. Left out are all others,
 * and what comes after the end; sizes and the list of contents are set right.
 */
final class Webp implements Form {
    private static final int RIFF = code("RIFF");
    private static final int WEBP = code("WEBP");
    private static final int CONTENTS = code("VP8X");
    private static final int NOTES = code("EXIF");
    private static final int FRAME = code("ANMF");

    private static final Set<Integer> PICTURE = Set.of(code("VP8 "), code("VP8L"), code("ALPH"));
    private static final Set<Integer> FILE = Set.of(code("ICCP"), code("ANIM"));

    /** In the list of contents. */
    private static final int HAS_NOTES = 0x08;

    private static final int HAS_XMP = 0x04;
    private static final int FRAME_HEAD = 16;

    private static int code(String letters) {
        return Integer.reverseBytes(Form.code(letters));
    }

    @Override
    public void copy(ByteBuffer in, ByteBuffer out) throws NotThisForm {
        in.order(ByteOrder.LITTLE_ENDIAN);
        out.order(ByteOrder.LITTLE_ENDIAN);
        NotThisForm.unless(in.getInt() == RIFF);
        ByteBuffer file = Form.next(in, in.getInt() & 0xFFFFFFFFL);
        NotThisForm.unless(file.getInt() == WEBP);
        int turn = turn(file.duplicate().order(file.order()));
        out.putInt(RIFF).putInt(0).putInt(WEBP);
        boolean drawn = false;
        boolean listed = false;
        while (file.hasRemaining()) {
            int type = file.getInt();
            ByteBuffer body = body(file);
            if (type == CONTENTS) {
                contents(body, turn, out);
                listed = true;
            } else if (type == FRAME) {
                frame(body, out);
                drawn = true;
            } else if (PICTURE.contains(type) || FILE.contains(type)) {
                chunk(type, body, out);
                drawn |= PICTURE.contains(type);
            }
        }
        NotThisForm.unless(drawn);
        if (listed && turn != Turn.NONE) {
            chunk(NOTES, ByteBuffer.wrap(Turn.write(turn)), out);
        }
        out.putInt(4, out.position() - 8);
    }

    private static int turn(ByteBuffer file) throws NotThisForm {
        int turn = Turn.NONE;
        while (file.hasRemaining() && turn == Turn.NONE) {
            int type = file.getInt();
            ByteBuffer body = body(file);
            turn = type == NOTES ? Turn.read(body) : turn;
        }
        return turn;
    }

    private static ByteBuffer body(ByteBuffer in) throws NotThisForm {
        long length = in.getInt() & 0xFFFFFFFFL;
        ByteBuffer body = Form.next(in, length);
        // The last one's filling is forgotten by some programs.
        Form.next(in, Math.min(length & 1, in.remaining()));
        return body;
    }

    private static void contents(ByteBuffer body, int turn, ByteBuffer out) {
        int at = out.position() + 8;
        chunk(CONTENTS, body, out);
        int list = out.get(at) & ~(HAS_NOTES | HAS_XMP);
        out.put(at, (byte) (turn == Turn.NONE ? list : list | HAS_NOTES));
    }

    private static void frame(ByteBuffer body, ByteBuffer out) throws NotThisForm {
        int from = out.position();
        out.putInt(FRAME).putInt(0).put(Form.next(body, FRAME_HEAD));
        while (body.hasRemaining()) {
            int type = body.getInt();
            ByteBuffer part = body(body);
            if (PICTURE.contains(type)) {
                chunk(type, part, out);
            }
        }
        out.putInt(from + 4, out.position() - from - 8);
    }

    private static void chunk(int type, ByteBuffer body, ByteBuffer out) {
        int length = body.remaining();
        out.putInt(type).putInt(length).put(body);
        if ((length & 1) == 1) {
            out.put((byte) 0);
        }
    }
}
