package confidant.core.audit;

import confidant.core.audit.Auditing.Entry;
import confidant.core.audit.Auditing.Filter;
import confidant.store.LedgerStore;
import confidant.store.LedgerStore.Indexed;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * A walk down the ledger, latest first, that holds one slice at a time, however long the ledger is. It ends with the ledger, or
 * after {@link #MOST} entries, or after it has looked at {@link #LOOK}; then {@link #next} says where another goes on. For one
 * who asks for the next slice when the one before has come.
 */
public final class EntryWalk {
    /** The most entries of one walk: some ten megabytes, which a slow line carries before the server takes it for silent. */
    public static final int MOST = 20_000;
    /** The most entries that one walk looks at, fitting or not. */
    public static final int LOOK = 1_000_000;

    private static final int SLICE = 1_000;

    private final LedgerStore ledger;
    private final Filter filter;
    private long before;
    private long looked;
    private long taken;
    private boolean over;
    private String next = "";

    EntryWalk(LedgerStore ledger, Filter filter, long before) {
        this.ledger = ledger;
        this.filter = filter;
        this.before = before;
    }

    /** Whether there is no further slice. */
    public boolean over() {
        return over;
    }

    /** Entries handed out so far. */
    public long taken() {
        return taken;
    }

    /** Once it is over: the cursor of the next walk, which is also the number below which it begins; empty at the end. */
    public String next() {
        return next;
    }

    /** The entries of the next slice that fit, maybe none. */
    public Future<List<Entry>> slice() {
        return ledger.listed(before, SLICE).map(slice -> {
            List<Entry> found = new ArrayList<>();
            for (Indexed one : slice) {
                Entry entry = new Entry(one.index(), EntryText.read(one.entry()));
                before = one.index();
                looked++;
                if (filter.matches(entry.event())) {
                    found.add(entry);
                    taken++;
                }
                if (taken == MOST || looked == LOOK) {
                    over = true;
                    next = Auditing.next(before);
                    return found;
                }
            }
            over = slice.size() < SLICE;
            return found;
        });
    }
}
