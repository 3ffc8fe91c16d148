package confidant.core.session;

import confidant.core.Desk;
import confidant.model.PoolId;
import confidant.store.SessionStore;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The desks that were used on this node, so that a pool is locked when the last session over it has ended. Thread-safe. */
final class Seats {
    private final SessionStore store;
    private final Map<PoolId, Seat> seats = new ConcurrentHashMap<>();
    private volatile Consumer<Desk> left = desk -> {};

    /** @param sessions by hash */
    private record Seat(Desk desk, Set<String> sessions) {}

    Seats(SessionStore store) {
        this.store = store;
    }

    void onLeft(Consumer<Desk> listener) {
        left = listener;
    }

    void taken(Desk desk, String session) {
        seats.compute(desk.pool(), (pool, before) -> {
            Seat seat = before == null ? new Seat(desk, ConcurrentHashMap.newKeySet()) : before;
            seat.sessions().add(session);
            return seat;
        });
    }

    /** Looks which sessions still live, and tells of each pool that has none. @return how many pools were left */
    Future<Integer> sweep() {
        Future<Integer> count = Future.succeededFuture(0);
        for (Seat seat : seats.values()) {
            count = count.compose(before -> look(seat).map(gone -> before + (gone ? 1 : 0)));
        }
        return count;
    }

    private Future<Boolean> look(Seat seat) {
        Future<Void> looked = Future.succeededFuture();
        for (String session : seat.sessions()) {
            looked = looked.compose(done -> store.session(session)).map(found -> {
                if (found.isEmpty()) {
                    seat.sessions().remove(session);
                }
                return null;
            });
        }
        return looked.map(done -> {
            // Emptied here and filled in `taken` under the same lock: nobody sits down on a seat that is carried away.
            boolean gone = seats.computeIfPresent(
                            seat.desk().pool(), (pool, now) -> now.sessions().isEmpty() ? null : now)
                    == null;
            if (gone) {
                left.accept(seat.desk());
            }
            return gone;
        });
    }
}
