package confidant.core.pool;

import confidant.policy.TagKind;
import java.util.function.IntPredicate;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** The tags of one kind under one purpose, by client number. Not thread-safe: used behind the lock of its pool. */
abstract class Column {
    /** Who has a tag of this kind at all. */
    final RoaringBitmap present = new RoaringBitmap();

    private int last = -1;

    /** @param first the least number of a client in it */
    static Column of(TagKind kind, int first) {
        return switch (kind.form()) {
            case "date" -> new DayColumn(kind.id(), first);
            case "count" -> new CountColumn(first);
            default -> new WordColumn();
        };
    }

    final void add(int client, String value) {
        // Most clients have several words of a kind, and a bitmap searches for what it has already.
        if (note(client, value) && client != last) {
            present.add(client);
            last = client;
        }
    }

    /** Forgets what is known of a client. */
    final void clear(int client) {
        if (present.contains(client)) {
            present.remove(client);
            last = -1;
            forget(client);
        }
    }

    /** A column of the same kind without anybody in it. */
    abstract Column empty(int from);

    /** Takes over what another column of the same kind knows of other clients. */
    final void take(Column part) {
        merge(part);
        present.or(part.present);
    }

    /** Takes over the values of a column of the same class. */
    abstract void merge(Column part);

    /** @return whether the value makes sense for this kind */
    abstract boolean note(int client, String value);

    abstract void forget(int client);

    /** Clients whose value equals {@code value} in its canonical form; perhaps only those among {@code asked}. */
    abstract RoaringBitmap equal(String value, RoaringBitmap asked);

    /** Looks at each client among {@code asked} that has a tag of this kind. */
    final RoaringBitmap where(RoaringBitmap asked, IntPredicate wanted) {
        RoaringBitmapWriter<RoaringBitmap> found = RoaringBitmapWriter.writer().get();
        RoaringBitmap.and(present, asked).forEach((org.roaringbitmap.IntConsumer) client -> {
            if (wanted.test(client)) {
                found.add(client);
            }
        });
        return found.get();
    }
}
