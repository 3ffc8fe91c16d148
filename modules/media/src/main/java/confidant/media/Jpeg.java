package confidant.media;

import java.nio.ByteBuffer;

/**
 * JPEG. Kept are the segments that the picture is decoded by, its colour profile and the mark of how its colours are stored.
 * Left out are all others, comments among them, the thumbnail in the JFIF segment, and what comes after the end.
 */
final class Jpeg implements Form {
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;

    /** From version to density; what follows is the thumbnail. */
    private static final int JFIF = 12;

    private static final int ADOBE = 12;

    @Override
    public void copy(ByteBuffer in, ByteBuffer out) throws NotThisForm {
        NotThisForm.unless((in.getShort() & 0xFFFF) == (0xFF00 | SOI));
        int turn = turn(in.duplicate());
        mark(SOI, out);
        boolean turned = false;
        boolean drawn = false;
        // A file that was cut off within the picture still shows its upper part: it may end without an end.
        while (!(drawn && !in.hasRemaining())) {
            int marker = marker(in);
            if (marker == EOI) {
                break;
            }
            ByteBuffer kept = kept(marker, body(in));
            // A JFIF segment must be the first.
            if (!turned && marker != APP0) {
                turn(turn, out);
                turned = true;
            }
            if (kept.hasRemaining()) {
                segment(marker, kept, out);
            }
            if (marker == SOS) {
                out.put(lines(in));
                drawn = true;
            }
        }
        NotThisForm.unless(drawn);
        mark(EOI, out);
    }

    /** Notes stand before the picture. */
    private static int turn(ByteBuffer in) throws NotThisForm {
        for (int marker = marker(in); marker != SOS && marker != EOI; marker = marker(in)) {
            ByteBuffer body = body(in);
            if (marker == APP1 && Form.begins(body, Turn.NAME)) {
                return Turn.read(body);
            }
        }
        return Turn.NONE;
    }

    private static int marker(ByteBuffer in) throws NotThisForm {
        NotThisForm.unless((in.get() & 0xFF) == 0xFF);
        int marker = in.get() & 0xFF;
        while (marker == 0xFF) {
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    private static ByteBuffer body(ByteBuffer in) throws NotThisForm {
        return Form.next(in, (in.getShort() & 0xFFFF) - 2);
    }

    /** What is kept of a segment; nothing of it where nothing remains. */
    private static ByteBuffer kept(int marker, ByteBuffer body) throws NotThisForm {
        if (decodes(marker)) {
            return body;
        }
        NotThisForm.unless(marker >= APP0 && marker <= APP15 || marker == COM);
        if (marker == APP0 && Form.begins(body, "JFIF\0") && body.remaining() >= JFIF + 2) {
            ByteBuffer plain = ByteBuffer.allocate(JFIF + 2);
            plain.put(body.slice(0, JFIF)).position(0);
            return plain;
        }
        if (marker == APP2 && Form.begins(body, "ICC_PROFILE\0")) {
            return body;
        }
        return marker == APP14 && Form.begins(body, "Adobe") && body.remaining() >= ADOBE
                ? body.slice(0, ADOBE)
                : ByteBuffer.allocate(0);
    }

    /** Frames, tables, scans; not the marks reserved for what came later. */
    private static boolean decodes(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 || marker >= SOS && marker <= 0xDF;
    }

    /** The picture itself, up to the next segment. */
    private static ByteBuffer lines(ByteBuffer in) throws NotThisForm {
        int at = in.position();
        while (at < in.limit() && !(in.get(at) == (byte) 0xFF && segmentFollows(in, at + 1))) {
            at++;
        }
        return Form.next(in, at - in.position());
    }

    private static boolean segmentFollows(ByteBuffer in, int at) {
        int sign = at < in.limit() ? in.get(at) & 0xFF : 0;
        return sign != 0 && (sign < RST0 || sign > RST7);
    }

    private static void turn(int turn, ByteBuffer out) {
        if (turn != Turn.NONE) {
            byte[] notes = Turn.write(turn);
            ByteBuffer body = ByteBuffer.allocate(Turn.NAME.length() + notes.length);
            for (int i = 0; i < Turn.NAME.length(); i++) {
                body.put((byte) Turn.NAME.charAt(i));
            }
            segment(APP1, body.put(notes).flip(), out);
        }
    }

    private static void segment(int marker, ByteBuffer body, ByteBuffer out) {
        mark(marker, out);
        out.putShort((short) (body.remaining() + 2)).put(body);
    }

    private static void mark(int marker, ByteBuffer out) {
        out.putShort((short) (0xFF00 | marker));
    }
}
