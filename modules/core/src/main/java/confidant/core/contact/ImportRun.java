package confidant.core.contact;

import confidant.core.House;
import confidant.core.contact.Taking.Standing;
import confidant.model.ImportId;
import confidant.model.PoolId;
import confidant.store.ImportStore.Progress;
import confidant.store.ImportStore.State;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The numbers of one import that is under way on this node. Thread-safe. */
final class ImportRun {
    private static final int OFTEN = 50;

    private final House house;
    private final PoolId pool;
    private final ImportId id = ImportId.random();
    private final Instant at;
    private final int total;
    private final int faulty;
    private final AtomicInteger places;
    private final AtomicInteger fresh = new AtomicInteger();
    private final AtomicInteger known = new AtomicInteger();
    private final AtomicInteger erased = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    ImportRun(House house, PoolId pool, int total, int faulty, int places) {
        this.house = house;
        this.pool = pool;
        this.at = house.now();
        this.total = total;
        this.faulty = faulty;
        this.places = new AtomicInteger(places);
    }

    ImportId id() {
        return id;
    }

    /** Takes one of the places that the pool has left; false if there is none. */
    boolean place() {
        return places.getAndDecrement() > 0;
    }

    void count(Standing standing) {
        (switch (standing) {
                    case NEW, BEGUN -> fresh;
                    case KNOWN -> known;
                    case ERASED -> erased;
                })
                .incrementAndGet();
    }

    /** Nothing further is begun. */
    void stop() {
        stopped.set(true);
    }

    boolean stopped() {
        return stopped.get();
    }

    int fresh() {
        return fresh.get();
    }

    int known() {
        return known.get();
    }

    int erased() {
        return erased.get();
    }

    int faulty() {
        return faulty;
    }

    Future<Progress> store(State state) {
        int done = faulty + fresh.get() + known.get() + erased.get();
        Progress now = new Progress(
                pool, id, at, house.now(), state, total, done, fresh.get(), known.get(), erased.get(), faulty);
        return house.stores().imports().put(now).map(now);
    }

    /** Now and then, so that others see that it goes on. The lane that stores waits, so the last numbers are the last stored. */
    Future<Void> storeSometimes() {
        int done = fresh.get() + known.get() + erased.get();
        return done % OFTEN == 0 ? store(State.RUNNING).mapEmpty() : Future.succeededFuture();
    }

    static Progress as(Progress one, State state) {
        return new Progress(
                one.pool(),
                one.id(),
                one.at(),
                one.touched(),
                state,
                one.total(),
                one.done(),
                one.fresh(),
                one.known(),
                one.erased(),
                one.faulty());
    }
}
