package confidant.core.keys;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.model.PoolId;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Head;
import confidant.store.KeyStore.Ring;
import confidant.store.KeyStore.WrappedKey;
import confidant.store.KeyStore.WrappedPool;
import confidant.vault.RingEntry;
import confidant.vault.RingPlace;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Seals the keys of a pool that are alive into a new ring under a new pool key, and leaves the dead ones out. First the
 * head names the new key, so that new rows go to the new journal; then the old journal and ring are read, which nobody
 * adds to any more; then the new ring is put in force. May be cut off anywhere and begun again, also by two nodes at once;
 * keys are made, used and destroyed meanwhile.
 */
public final class RingSealer {
    /** Keys in one part, so that looking up one client's reads some tens of kilobytes. */
    private static final int PART = 500;
    /** From so many journal rows on a ring is worth its while without a dead key. */
    private static final int LONG = 500;

    private static final int TRIES = 5;
    private static final int LANES = 8;
    /** So old is no ring that somebody is still writing. */
    private static final Duration LEFT = Duration.ofDays(1);

    private final House house;
    private final KeyStore store;
    private final PoolHeads heads;
    private final RingReader reader;
    private final Versions versions;
    private final Map<PoolId, Future<Sealed>> running = new ConcurrentHashMap<>();

    public RingSealer(House house, Keys keys) {
        this.house = house;
        this.store = house.stores().keys();
        this.heads = keys.heads();
        this.reader = new RingReader(house);
        this.versions = new Versions(house);
    }

    /**
     * What a sealing came to.
     *
     * @param keys in the new ring
     * @param dead left out since the last ring
     * @param epoch of the root by when the old ring was out of force
     */
    public record Sealed(int keys, int dead, int epoch) {}

    /** Whether a sealing is due: one was begun, keys were destroyed since the last, or the journal has grown long. */
    public Future<Boolean> isDue(PoolId pool) {
        return heads.now(pool).compose(opened -> {
            if (opened.previous().isPresent()) {
                return Future.succeededFuture(true);
            }
            return reader.journal(pool, opened.head().current().version())
                    .map(rows -> rows.size() >= LONG || rows.stream().anyMatch(WrappedKey::destroyed));
        });
    }

    /** Seals what was destroyed before this call; one that was begun before is ended first. */
    public Future<Sealed> seal(PoolId pool) {
        Future<Sealed> mine = before(pool).compose(ended -> whole(pool));
        running.put(pool, mine);
        return mine.onComplete(done -> running.remove(pool, mine));
    }

    private Future<Void> before(PoolId pool) {
        Future<Sealed> under = running.get(pool);
        return under == null ? Future.succeededFuture() : under.<Void>mapEmpty().otherwiseEmpty();
    }

    private Future<Sealed> whole(PoolId pool) {
        return heads.now(pool)
                .compose(opened -> opened.previous().isPresent()
                        ? fold(pool, opened, TRIES).<Void>mapEmpty()
                        : Future.<Void>succeededFuture())
                .compose(ended -> begin(pool, TRIES))
                .compose(opened -> fold(pool, opened, TRIES));
    }

    private Future<Opened> begin(PoolId pool, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the pool's keys"));
        }
        return heads.now(pool).compose(opened -> {
            if (opened.previous().isPresent()) {
                // Another node has begun at the same moment; what was destroyed before is behind its new key as well.
                return Future.succeededFuture(opened);
            }
            Head head = opened.head();
            int version = head.current().version() + 1;
            return house.worker()
                    .run(() -> house.vault().newPoolKey(house.id(), pool, version))
                    .map(wrapped -> new Head(
                            head.revision() + 1,
                            new WrappedPool(version, wrapped),
                            Optional.of(head.current()),
                            head.ring()))
                    .compose(next -> store.replaceHead(pool, next)
                            .compose(replaced -> replaced
                                    ? heads.settle(pool, next).compose(settled -> heads.now(pool))
                                    : begin(pool, tries - 1)));
        });
    }

    /** Takes over the ring and the journal of the previous pool key. */
    private Future<Sealed> fold(PoolId pool, Opened opened, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the pool's keys"));
        }
        Optional<WrappedPool> previous = opened.head().previous();
        if (previous.isEmpty()) {
            // Another node has ended it.
            return house.worker()
                    .run(() -> new Sealed(0, 0, house.vault().root().epoch()));
        }
        Future<List<RingEntry>> ring = reader.ring(pool, opened);
        Future<List<WrappedKey>> rows = reader.journal(pool, previous.get().version());
        Future<Map<Owner, Versions.Least>> least = versions.of(pool);
        return Future.all(ring, rows, least)
                .compose(read -> house.worker()
                        .run(() -> Folding.of(house, pool, opened, ring.result(), rows.result(), least.result())))
                .compose(folding -> write(pool, opened, folding)
                        .compose(made -> enforce(pool, opened, made))
                        .compose(inForce -> inForce
                                ? ended(pool, opened, folding)
                                : heads.now(pool).compose(now -> fold(pool, now, tries - 1))));
    }

    private Future<Ring> write(PoolId pool, Opened opened, Folding folding) {
        int parts = Math.max(1, Integer.highestOneBit(folding.entries().size() / PART));
        Ring ring = new Ring(id(house.now()), opened.current().version(), parts);
        return house.worker()
                .run(() -> sealed(opened, ring, folding.entries()))
                .compose(boxes -> Lanes.each(
                        LANES,
                        IntStream.range(0, parts).boxed().toList(),
                        part -> store.putPart(pool, ring.id(), part, boxes.get(part))))
                .map(ring);
    }

    private List<byte[]> sealed(Opened opened, Ring ring, List<RingEntry> entries) {
        List<List<RingEntry>> parts = new ArrayList<>();
        for (int part = 0; part < ring.parts(); part++) {
            parts.add(new ArrayList<>());
        }
        entries.forEach(
                entry -> parts.get(Lookup.part(entry.client(), ring.parts())).add(entry));
        return IntStream.range(0, ring.parts())
                .mapToObj(part -> house.vault()
                        .sealPart(opened.current(), new RingPlace(ring.id(), part, ring.parts()), parts.get(part)))
                .toList();
    }

    private Future<Boolean> enforce(PoolId pool, Opened opened, Ring ring) {
        Head head = opened.head();
        Head next = new Head(head.revision() + 1, head.current(), Optional.empty(), Optional.of(ring));
        return store.replaceHead(pool, next)
                .compose(replaced -> replaced
                        ? Future.succeededFuture(true)
                        : store.dropRing(pool, ring.id()).map(false));
    }

    private Future<Sealed> ended(PoolId pool, Opened opened, Folding folding) {
        folding.wipe();
        return heads.now(pool)
                .compose(now -> clear(pool, opened, now))
                .compose(cleared -> house.worker()
                        .run(() -> new Sealed(
                                folding.alive(),
                                folding.dead(),
                                house.vault().root().epoch())));
    }

    /** Removes what the new ring took the place of, and what an earlier sealing that was cut off left behind. */
    private Future<Void> clear(PoolId pool, Opened before, Opened now) {
        Optional<UUID> old = before.head().ring().map(Ring::id);
        Optional<UUID> inForce = now.head().ring().map(Ring::id);
        Instant left = house.now().minus(LEFT);
        return store.rings(pool)
                .compose(rings -> Lanes.each(
                        1,
                        rings.stream()
                                .filter(ring -> !inForce.equals(Optional.of(ring)))
                                .filter(ring -> old.equals(Optional.of(ring))
                                        || madeAt(ring).isBefore(left))
                                .toList(),
                        ring -> store.dropRing(pool, ring)))
                .compose(dropped -> store.dropJournal(
                        pool, before.head().previous().map(WrappedPool::version).orElse(0)));
    }

    /** An id that says when it was made. */
    private static UUID id(Instant now) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (now.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }

    private static Instant madeAt(UUID ring) {
        return Instant.ofEpochMilli(ring.getMostSignificantBits() >>> 16);
    }
}
