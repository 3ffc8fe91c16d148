package confidant.core;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Goes through the clients of all pools page by page, in an order that stays; whoever comes in between is not lost. */
public final class PoolWalk {
    private final House house;
    private final int size;
    private final Function<PoolId, Future<List<Ref>>> clients;

    /**
     * @param size of a page
     * @param clients those of a pool that matter, in any order
     */
    public PoolWalk(House house, int size, Function<PoolId, Future<List<Ref>>> clients) {
        this.house = house;
        this.size = size;
        this.clients = clients;
    }

    /** @param next cursor of the next page; empty on the last */
    public record Page(List<Ref> clients, String next) {}

    private record Place(PoolId pool, ClientId after) {
        static Optional<Place> read(String cursor) {
            if (cursor.isEmpty()) {
                return Optional.empty();
            }
            try {
                String[] parts = cursor.split("\\.", 2);
                return Optional.of(new Place(PoolId.parse(parts[0]), ClientId.parse(parts[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new BadRequest("the cursor is not one of ours");
            }
        }

        static String of(Ref last) {
            return last.pool() + "." + last.client();
        }

        boolean isBehind(PoolId one) {
            return one.toString().compareTo(pool.toString()) >= 0;
        }

        boolean isBefore(Ref ref) {
            return !ref.pool().equals(pool) || ref.client().toString().compareTo(after.toString()) > 0;
        }
    }

    /** The page behind a cursor; the first for an empty one. {@code BadRequest} for a cursor that is not one of ours. */
    public Future<Page> page(String cursor) {
        Optional<Place> place;
        try {
            place = Place.read(cursor);
        } catch (BadRequest e) {
            return Future.failedFuture(e);
        }
        return pools().compose(all -> page(
                all.stream()
                        .filter(pool -> place.map(at -> at.isBehind(pool)).orElse(true))
                        .toList(),
                place,
                new ArrayList<>()));
    }

    /** All pools of the house, in the order of the pages. */
    public Future<List<PoolId>> pools() {
        return house.stores()
                .house()
                .concierges()
                .map(all -> all.stream()
                        .map(Concierge::pool)
                        .sorted(Comparator.comparing(PoolId::toString))
                        .toList());
    }

    private Future<Page> page(List<PoolId> pools, Optional<Place> place, List<Ref> found) {
        if (pools.isEmpty()) {
            return Future.succeededFuture(new Page(found, ""));
        }
        return clients.apply(pools.get(0)).compose(all -> {
            all.stream()
                    .filter(ref -> place.map(at -> at.isBefore(ref)).orElse(true))
                    .sorted(Comparator.comparing(ref -> ref.client().toString()))
                    .limit((long) size - found.size())
                    .forEach(found::add);
            return found.size() >= size
                    ? Future.succeededFuture(new Page(found, Place.of(found.get(found.size() - 1))))
                    : page(pools.subList(1, pools.size()), Optional.empty(), found);
        });
    }
}
