package confidant.core.dispatch;

import confidant.core.House;
import confidant.core.port.Bell;
import confidant.model.Delivery;
import confidant.store.ConversationStore;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: one conversation is worked on by one chain at a time on this node, row after row in order, and each
 * row is leased in the store so that no two nodes carry it at once. A row that is not done is found again by the sweep.
 */
public final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final House house;
    private final Delivering delivering;
    private final Bell bell;
    private final Map<Ref, Boolean> working = new ConcurrentHashMap<>();
    private final Set<Ref> again = ConcurrentHashMap.newKeySet();

    public Dispatch(House house, Delivering delivering, Bell bell) {
        this.house = house;
        this.delivering = delivering;
        this.bell = bell;
    }

    /** Says that the conversation has something to send. Returns at once. */
    public void kick(Ref client) {
        if (working.putIfAbsent(client, true) != null) {
            again.add(client);
            return;
        }
        run(client);
    }

    /** Looks for rows that were left behind, on this node or another. */
    public Future<Integer> sweep() {
        ConversationStore store = house.stores().conversations();
        Future<Integer> found = Future.succeededFuture(0);
        for (int shard = 0; shard < store.shards(); shard++) {
            int current = shard;
            found = found.compose(count -> store.mayBePending(current).map(refs -> {
                refs.forEach(this::kick);
                return count + refs.size();
            }));
        }
        return found;
    }

    private void run(Ref client) {
        house.stores()
                .conversations()
                .pending(client)
                .compose(rows -> each(client, rows, 0))
                .onComplete(done -> {
                    if (done.failed()) {
                        LOG.warn("dispatch.failed client={} cause={}", client.client(), kind(done.cause()));
                    }
                    working.remove(client);
                    if (again.remove(client)) {
                        kick(client);
                    }
                });
    }

    private Future<Void> each(Ref client, List<OutboxRow> rows, int at) {
        if (at >= rows.size()) {
            return Future.succeededFuture();
        }
        OutboxRow row = rows.get(at);
        // What has to wait holds back what was said after it, so that the client reads things in order.
        if (house.now().isBefore(row.notBefore())) {
            return Future.succeededFuture();
        }
        return carry(row).compose(ended -> ended ? each(client, rows, at + 1) : Future.succeededFuture());
    }

    private Future<Boolean> carry(OutboxRow row) {
        Instant now = house.now();
        boolean perhapsGone = row.state() == Delivery.SENDING && row.owner().endsWith(Delivering.BY_REPLY);
        String owner = house.node() + delivering.means(row);
        return house.stores()
                .conversations()
                .lease(row.conversation(), row.seq(), owner, now, now.plus(LEASE))
                .compose(leased -> leased.isEmpty()
                        ? Future.succeededFuture(false)
                        : (perhapsGone
                                        ? Future.succeededFuture(Settlement.unknown("lost-while-sending"))
                                        : delivering.deliver(leased.get(), owner))
                                .compose(end -> settle(leased.get(), owner, end)));
    }

    private Future<Boolean> settle(OutboxRow row, String owner, Settlement end) {
        return house.stores()
                .conversations()
                .settle(row.conversation(), row.seq(), owner, end.state(), end.reason(), end.notBefore())
                .map(held -> {
                    Ref ref = row.conversation();
                    bell.desk(ref.pool(), ref.client(), Bell.What.DELIVERY, row.seq());
                    if (end.state() == Delivery.SENT) {
                        bell.client(ref.pool(), ref.client(), Bell.What.MESSAGE, row.seq());
                    }
                    return end.state() != Delivery.QUEUED;
                });
    }

    /** The kind of a failure, which is all of it that may be logged. */
    static String kind(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
