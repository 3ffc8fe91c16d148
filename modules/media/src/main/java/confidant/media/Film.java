package confidant.media;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * MP4, QuickTime and their kin, films and sounds. Where things lie in the file is written within the file, so nothing moves:
 * boxes with notes, and gaps, become gaps of zeros. Times in the film's own heads stay, and so do tracks of other things than
 * pictures and sounds.
 */
final class Film implements Form {
    private static final int GAP = Form.code("free");
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;

    /** What is looked into, from the file inwards. */
    private static final int[] PARTS = {Form.code("moov"), Form.code("trak")};

    private static final Set<Integer> NOTES =
            Stream.of("udta", "meta", "uuid", "free", "skip").map(Form::code).collect(Collectors.toUnmodifiableSet());

    @Override
    public void copy(ByteBuffer in, ByteBuffer out) throws NotThisForm {
        int length = in.remaining();
        out.put(in);
        boxes(out, 0, length, 0);
    }

    private static void boxes(ByteBuffer all, int from, int to, int depth) throws NotThisForm {
        int at = from;
        // Less than a head behind the last box means nothing; some programs leave it there.
        while (to - at >= HEAD) {
            int type = all.getInt(at + 4);
            int head = all.getInt(at) == 1 ? LONG_HEAD : HEAD;
            NotThisForm.unless(to - at >= head);
            long told = head == LONG_HEAD ? all.getLong(at + HEAD) : all.getInt(at) & 0xFFFFFFFFL;
            // The last one may say that it goes on to the end.
            long size = head == HEAD && told == 0 ? to - at : told;
            NotThisForm.unless(size >= head && size <= to - at);
            int end = at + (int) size;
            if (NOTES.contains(type)) {
                all.putInt(at + 4, GAP);
                blank(all, at + head, end);
            } else if (depth < PARTS.length && type == PARTS[depth]) {
                boxes(all, at + head, end, depth + 1);
            }
            at = end;
        }
        blank(all, at, to);
    }

    private static void blank(ByteBuffer all, int from, int to) {
        for (int at = from; at < to; at++) {
            all.put(at, (byte) 0);
        }
    }
}
