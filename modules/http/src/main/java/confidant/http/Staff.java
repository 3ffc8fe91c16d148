package confidant.http;

import confidant.core.NotFound;
import confidant.model.PoolId;
import confidant.store.HouseStore;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Predicate;

/** Looks people of the house up. */
record Staff(HouseStore store) {

    Future<Concierge> handle(String handle) {
        return first(concierge -> concierge.handle().equals(handle));
    }

    Future<Concierge> pool(PoolId pool) {
        return first(concierge -> concierge.pool().equals(pool));
    }

    Future<List<Concierge>> all() {
        return store.concierges();
    }

    private Future<Concierge> first(Predicate<Concierge> wanted) {
        return store.concierges()
                .map(all -> all.stream().filter(wanted).findFirst().orElseThrow(() -> new NotFound("concierge")));
    }
}
