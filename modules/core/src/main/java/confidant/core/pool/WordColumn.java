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

    @Override
    boolean note(int client, String value) {
        values.computeIfAbsent(value.toLowerCase(Locale.ROOT), absent -> new RoaringBitmap())
                .add(client);
        return true;
    }

    @Override
    void forget(int client) {
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
