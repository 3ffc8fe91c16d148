package confidant.core.pool;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.Consents;
import confidant.core.keys.Keys;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.Bucket;
import confidant.store.ConsentStore.Outline;
import confidant.store.ConversationStore.Ref;
import confidant.store.TagStore.Card;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a pool into memory: keys and clients first, then bucket by bucket consents and cards, a few buckets side by side and
 * the first of them while the keys still come. Each bucket is opened on a worker. Withdrawals that a crash cut short are ended
 * on the way.
 */
final class Unlocking {
    private static final Logger LOG = LoggerFactory.getLogger(Unlocking.class);
    /** As many as keep the store and the workers busy; more would only lie in memory and wait. */
    private static final int LANES = 3;

    private static final int SWEEPS = 8;

    private final House house;
    private final Keys keys;
    private final Consents consents;
    private final Opener opener;
    private final OpenPool pool;
    private final PoolId id;

    private final List<ClientId> clients = Collections.synchronizedList(new ArrayList<>());
    private final List<Keys.Alive> alive = Collections.synchronizedList(new ArrayList<>());
    private final List<PoolIndex.Pair> dead = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger opened = new AtomicInteger();

    Unlocking(House house, Keys keys, Consents consents, Opener opener, OpenPool pool) {
        this.house = house;
        this.keys = keys;
        this.consents = consents;
        this.opener = opener;
        this.pool = pool;
        this.id = pool.desk.pool();
    }

    /** @return how many clients were read */
    Future<Integer> run() {
        Future<Void> keysIn = keys.preload(id, alive::addAll);
        Future<Void> clientsIn = house.stores().clients().ids(id, clients::addAll);
        Future<List<Portion>> portions =
                Future.all(keysIn, clientsIn).compose(in -> house.worker().run(this::portions));
        return Lanes.each(LANES, Bucket.ALL, bucket -> read(bucket, portions)).map(in -> clients.size());
    }

    /** Ends withdrawals that a crash cut short; a failure leaves the rest to the next unlock. */
    Future<Void> sweep() {
        return Lanes.each(SWEEPS, dead, pair -> consents.sweep(new Ref(id, pair.client()), pair.purpose()))
                .onFailure(e -> LOG.warn(
                        "unlock.sweep-failed pool={} cause={}", id, e.getClass().getSimpleName()))
                .otherwiseEmpty();
    }

    private List<Portion> portions() {
        clients.sort(PoolIndex.ORDER);
        pool.progress(0, clients.size());
        List<Portion> portions = Bucket.ALL.stream()
                .map(bucket -> new Portion(house, opener, pool))
                .toList();
        clients.forEach(client -> portions.get(Bucket.of(client)).add(client, pool.index.number(client)));
        alive.forEach(key -> portions.get(Bucket.of(key.client())).add(key));
        alive.clear();
        return portions;
    }

    private Future<Void> read(int bucket, Future<List<Portion>> portions) {
        Future<Stream<Outline>> steps = house.stores().consents().outlines(id, bucket);
        Future<Stream<Card>> cards = house.stores().tags().cards(id, bucket);
        return Future.all(steps, cards, portions)
                .compose(in -> open(portions.result().get(bucket), steps.result(), cards.result()));
    }

    private Future<Void> open(Portion portion, Stream<Outline> steps, Stream<Card> cards) {
        return house.worker()
                .run(() -> {
                    portion.fold(steps);
                    dead.addAll(portion.dead());
                    return portion.open(cards);
                })
                .compose(late -> late)
                .compose(in -> house.worker().run(() -> {
                    pool.progress(opened.addAndGet(portion.size()), clients.size());
                    portion.hand();
                    return in;
                }));
    }
}
