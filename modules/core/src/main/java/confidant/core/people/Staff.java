package confidant.core.people;

import confidant.core.NotFound;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.ConciergeId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.HouseStore;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who looks after which pool; pools do not change hands silently, so this may be remembered. */
public final class Staff {
    private final HouseStore store;
    private final Map<PoolId, Concierge> byPool = new ConcurrentHashMap<>();

    public Staff(HouseStore store) {
        this.store = store;
    }

    public Future<Concierge> of(PoolId pool) {
        Concierge known = byPool.get(pool);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        return store.concierges().map(all -> {
            all.forEach(one -> byPool.put(one.pool(), one));
            Concierge found = byPool.get(pool);
            if (found == null) {
                throw new NotFound("concierge");
            }
            return found;
        });
    }

    /** For whom a stored message leaves: the house's greetings are the scheduler's, its shares the concierge's. */
    public Future<Actor> sender(Author author, Purpose purpose, PoolId pool) {
        if (author == Author.ASSISTANT) {
            return Future.succeededFuture(Actor.assistant());
        }
        if (author == Author.HOUSE && purpose.equals(Purpose.GREETING)) {
            return Future.succeededFuture(Actor.scheduler());
        }
        if (author == Author.HOUSE && purpose.equals(Purpose.SERVICE)) {
            return Future.succeededFuture(Actor.assistant());
        }
        return of(pool).map(one -> Actor.of(new ConciergeId(one.id().value())));
    }
}
