package confidant.core.pool;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.ConsentBook;
import confidant.model.PoolId;
import confidant.store.ConsentStore;
import confidant.store.ConsentStore.Ending;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Follows the yeses that ended while a pool is open, also those that another node ended: read with every question to the pool,
 * so that none is answered from a bitmap that is behind an acknowledged withdrawal. Costs one read of a small partition a
 * question, and two more for each ending, once. Thread-safe.
 */
final class Endings {
    private static final int LANES = 16;

    private final House house;
    private final ConsentBook book;
    private final OpenPool pool;
    private final PoolId id;
    private final Set<Ending> settled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger applied = new AtomicInteger();
    private volatile Instant looked;

    Endings(House house, ConsentBook book, OpenPool pool) {
        this.house = house;
        this.book = book;
        this.pool = pool;
        this.id = pool.desk.pool();
        this.looked = house.now();
    }

    /** How many endings were followed; whoever counted before this changed has to count again. */
    int applied() {
        return applied.get();
    }

    /** Whether endings may have come and gone unseen since the last look: then the pool has to be read anew. */
    boolean lost() {
        return !house.now().isBefore(looked.plus(ConsentStore.ENDINGS_KEPT));
    }

    /** Takes out whose yes has ended by the time this is called; they are read again afterwards. */
    Future<Void> follow() {
        Instant now = house.now();
        return house.stores()
                .consents()
                .endings(id)
                .compose(all -> {
                    settled.retainAll(Set.copyOf(all));
                    List<Ending> fresh =
                            all.stream().filter(one -> !settled.contains(one)).toList();
                    return Lanes.each(LANES, fresh, this::settle);
                })
                .onSuccess(done -> looked = now);
    }

    // An ending whose step is not there yet is looked at again with the next question.
    private Future<Void> settle(Ending ending) {
        Ref client = new Ref(id, ending.client());
        return book.standing(client, ending.purpose(), house.now())
                .onSuccess(standing -> {
                    if (standing.seq() >= ending.seq()) {
                        // In this order: whoever sees it settled also sees that it was applied, and that the client is
                        // out.
                        pool.changed(client, ending.purpose(), true);
                        applied.incrementAndGet();
                        settled.add(ending);
                    }
                })
                .mapEmpty();
    }
}
