package confidant.core.pool;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** Codes and words: a bitmap for each value. A client may have several. */
final class WordColumn extends Column {
    private final Map<String, RoaringBitmap> values = new HashMap<>();
    /** The same as they were written, so that a word is brought to its canonical form once and not for every client. */
    private final Map<String, RoaringBitmap> spelled = new HashMap<>();

    @Override
    boolean note(int client, String value) {
        RoaringBitmap bits = spelled.get(value);
        if (bits == null) {
            bits = values.computeIfAbsent(value.toLowerCase(Locale.ROOT), absent -> new RoaringBitmap());
            spelled.put(value, bits);
        }
        bits.add(client);
        return true;
    }

    @Override
    Column empty(int from) {
        return new WordColumn();
    }

    @Override
    void merge(Column part) {
        ((WordColumn) part).values.forEach((value, bits) -> {
            RoaringBitmap mine = values.putIfAbsent(value, bits);
            if (mine != null) {
                mine.or(bits);
            }
        });
    }

    @Override
    void forget(int client) {
        spelled.clear();
        Iterator<RoaringBitmap> all = values.values().iterator();
        while (all.hasNext()) {
            RoaringBitmap bits = all.next();
            bits.remove(client);
            // A word that nobody has any more must not stay in memory either.
            if (bits.isEmpty()) {
                all.remove();
            }
        }
    }

    @Override
    RoaringBitmap equal(String value, RoaringBitmap asked) {
        String canonical =
                Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        RoaringBitmap bits = values.get(canonical);
        return bits == null ? new RoaringBitmap() : bits;
    }
}
