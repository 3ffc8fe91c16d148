package confidant.core.pool;

import confidant.core.Desk;
import confidant.core.pool.PoolIndex.Pair;
import confidant.core.pool.Pools.Progress;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One pool while it is open, and what is being read again of it. */
final class OpenPool {
    final Desk desk;
    final PoolIndex index = new PoolIndex();
    final Endings endings;

    private final Opener opener;
    private final Promise<OpenPool> opened = Promise.promise();
    private final Map<Pair, Future<Void>> reading = new ConcurrentHashMap<>();
    private volatile int done;
    private volatile int total;
    private volatile Instant used;

    OpenPool(Desk desk, Opener opener, Instant now) {
        this.desk = desk;
        this.opener = opener;
        this.endings = opener.endings(this);
        this.used = now;
    }

    void use(Instant now) {
        used = now;
    }

    boolean usedBefore(Instant before) {
        return used.isBefore(before);
    }

    Future<OpenPool> opened() {
        return opened.future();
    }

    boolean failed() {
        return opened.future().failed();
    }

    Progress progress() {
        return new Progress(done, total, opened.future().succeeded());
    }

    void progress(int clients, int of) {
        done = clients;
        total = of;
    }

    void ready() {
        opened.tryComplete(this);
    }

    void fail(Throwable cause) {
        index.wipe();
        opened.tryFail(cause);
    }

    /**
     * Something changed for a client under a purpose: reads it again. {@code clear} takes them out at once, without waiting
     * for the reading.
     */
    void changed(Ref client, Purpose purpose, boolean clear) {
        Pair pair = new Pair(client.client(), purpose);
        int stamp = index.touch(client.client(), purpose, clear);
        read(pair, stamp);
    }

    /** Succeeds when all that is known to have changed is in; a reading that failed is tried again here. */
    Future<OpenPool> settled(long now) {
        for (Pair pair : index.ended(now)) {
            read(pair, index.touch(pair.client(), pair.purpose(), true));
        }
        reading.forEach((pair, read) -> {
            if (read.failed()) {
                read(pair, index.touch(pair.client(), pair.purpose(), true));
            }
        });
        return reading.isEmpty()
                ? Future.succeededFuture(this)
                : Future.all(List.copyOf(reading.values())).map(this);
    }

    private void read(Pair pair, int stamp) {
        Future<Void> read = opener.reload(desk.actor(), desk.pool(), index, pair, stamp);
        reading.put(pair, read);
        read.onSuccess(in -> reading.remove(pair, read));
    }
}
