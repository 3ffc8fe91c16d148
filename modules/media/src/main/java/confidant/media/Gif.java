package confidant.media;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * GIF. Kept are the frames, how long each is shown, and how often all are. Left out are comments, blocks of single programs,
 * and what comes after the end.
 */
final class Gif implements Form {
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int END = 0x3B;
    private static final int COMMENT = 0xFE;
    private static final int PROGRAM = 0xFF;
    private static final List<String> LOOPS = List.of("NETSCAPE2.0", "ANIMEXTS1.0");

    @Override
    public void copy(ByteBuffer in, ByteBuffer out) throws NotThisForm {
        NotThisForm.unless(Form.begins(in, "GIF87a") || Form.begins(in, "GIF89a"));
        Form.next(in, 10);
        int colours = in.get();
        Form.next(in, 2);
        colours(colours, in);
        out.put(in.slice(0, in.position()));
        boolean drawn = false;
        while (true) {
            int from = in.position();
            int sign = in.get() & 0xFF;
            if (sign == END) {
                break;
            }
            NotThisForm.unless(sign == FRAME || sign == EXTENSION);
            drawn |= sign == FRAME;
            if (sign == FRAME ? frame(in) : extension(in)) {
                out.put(in.slice(from, in.position() - from));
            }
        }
        NotThisForm.unless(drawn);
        out.put((byte) END);
    }

    private static boolean frame(ByteBuffer in) throws NotThisForm {
        Form.next(in, 8);
        colours(in.get(), in);
        in.get();
        blocks(in);
        return true;
    }

    /** Passes over an extension. @return whether it is kept */
    private static boolean extension(ByteBuffer in) throws NotThisForm {
        int kind = in.get() & 0xFF;
        ByteBuffer first = in.slice();
        blocks(in);
        // Its first block has a byte for its length and eleven letters for its name.
        boolean loops = LOOPS.stream().anyMatch(name -> first.get(0) == 11 && Form.begins(first.position(1), name));
        return kind == PROGRAM ? loops : kind != COMMENT;
    }

    /** Passes over a list of colours, where {@code flags} say that there is one. */
    private static void colours(int flags, ByteBuffer in) throws NotThisForm {
        Form.next(in, (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1);
    }

    private static void blocks(ByteBuffer in) throws NotThisForm {
        for (int length = in.get() & 0xFF; length > 0; length = in.get() & 0xFF) {
            Form.next(in, length);
        }
    }
}
