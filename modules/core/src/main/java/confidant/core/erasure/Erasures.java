package confidant.core.erasure;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.attachment.Attachments;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.consent.Consents;
import confidant.core.consent.Holds;
import confidant.core.contact.Tombstones;
import confidant.core.keys.Keys;
import confidant.core.keys.RingSealer;
import confidant.core.keys.RingSealer.Sealed;
import confidant.core.keys.RootRenewal;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.store.ConversationStore.Ref;
import confidant.store.ErasureStore;
import confidant.store.ErasureStore.Erasure;
import confidant.store.ErasureStore.Stage;
import confidant.vault.RootKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases clients in three stages: stopped at once, sealed within the hour, final within a day. Each step may be cut off and
 * is taken again; what is final never comes back. What the law makes the house keep stays under its own key.
 */
public final class Erasures {
    /** By when an erasure is final at the latest, but for the backups of the root's keeper. */
    public static final Duration WITHIN = Duration.ofHours(26);

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final House house;
    private final ErasureStore store;
    private final Keys keys;
    private final RingSealer sealer;
    private final RootRenewal renewal;
    private final Stopping stopping;
    private final Notes notes;
    private final Auditing auditing;

    public Erasures(
            House house,
            Keys keys,
            RingSealer sealer,
            RootRenewal renewal,
            Consents consents,
            Holds holds,
            Tombstones tombstones,
            Notes notes,
            Auditing auditing,
            Attachments attachments) {
        this.house = house;
        this.store = house.stores().erasures();
        this.keys = keys;
        this.sealer = sealer;
        this.renewal = renewal;
        this.stopping = new Stopping(house, keys, consents, holds, attachments, tombstones);
        this.notes = notes;
        this.auditing = auditing;
    }

    /**
     * Erases a client of the house. When the future succeeds nothing of the client can be opened on this server, and
     * {@link Keys#EVERYWHERE} later on none; the ring is sealed next, without being waited for. Repeatable. Where a legal
     * hold lies on a purpose, that one's key stays until the hold is lifted and the erasure is only begun until then.
     */
    public Future<Certificate> erase(Ref client, Actor by) {
        return begin(client, by)
                .onSuccess(stopped -> seal(client.pool())
                        .onFailure(e -> LOG.warn(
                                "erasure.seal-failed pool={} cause={}",
                                client.pool(),
                                e.getClass().getSimpleName())))
                .map(this::certificate);
    }

    /**
     * The same for a client whose time is over, by the scheduler: the ring is sealed at the next hour, once for all that were
     * let go by then.
     */
    public Future<Certificate> letGo(Ref client) {
        return begin(client, Actor.scheduler()).map(this::certificate);
    }

    private Future<Erasure> begin(Ref client, Actor by) {
        Erasure fresh = new Erasure(
                client.pool(),
                client.client(),
                Stage.BEGUN,
                by.role().word(),
                house.now(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        return store.begin(fresh)
                .compose(erasure ->
                        erasure.stage() == Stage.BEGUN ? stop(erasure, by) : Future.succeededFuture(erasure));
    }

    /** What can be said of a client's erasure; empty if none was asked for. */
    public Future<Optional<Certificate>> certificate(Ref client) {
        return store.erasure(client.pool(), client.client()).map(found -> found.map(this::certificate));
    }

    /** A certificate as an officer sees it. */
    public record Listed(String pseudonym, Certificate certificate) {}

    /** All erasures of clients of the house, the latest first; the question becomes an entry of the ledger. */
    public Future<List<Listed>> certificates(OfficerId officer, String reason) {
        List<Listed> all = Collections.synchronizedList(new ArrayList<>());
        return auditing.ask(officer, reason)
                .compose(noted -> house.stores().keys().pools())
                .compose(pools -> Lanes.each(
                        4,
                        pools,
                        pool -> store.erasures(
                                pool,
                                slice -> slice.forEach(one ->
                                        all.add(new Listed(auditing.pseudonym(one.client()), certificate(one)))))))
                .map(read -> all.stream()
                        .sorted(Comparator.comparing(
                                        (Listed one) -> one.certificate().asked())
                                .reversed())
                        .toList());
    }

    /** By when what ended at an instant is final at the latest, backups included; empty where no root can promise that. */
    public Optional<Instant> finalBy(Instant ended) {
        RootKey root = house.vault().root();
        return root.erasureFinal() ? Optional.of(ended.plus(WITHIN).plus(root.lingers())) : Optional.empty();
    }

    /** The second stage wherever it is due; rung every hour. What was cut off before is ended first. */
    public Future<Void> seal() {
        return store.open()
                .compose(open -> Lanes.each(
                        4,
                        open.stream().filter(one -> one.stage() == Stage.BEGUN).toList(),
                        one -> stop(one, Actor.scheduler())))
                .compose(stopped -> house.stores().keys().pools())
                .compose(pools -> Lanes.each(
                        2,
                        pools,
                        pool -> sealer.isDue(pool)
                                .compose(due -> due ? seal(pool).<Void>mapEmpty() : Future.<Void>succeededFuture())));
    }

    /** The last stage for all that is sealed; rung every night, and by hand. @return how many erasures became final */
    public Future<Integer> finish() {
        return seal().compose(done -> store.open()).compose(open -> {
            List<Erasure> ready =
                    open.stream().filter(one -> one.stage() == Stage.SEALED).toList();
            OptionalInt upTo =
                    ready.stream().mapToInt(one -> one.epoch().orElse(0)).max();
            return upTo.isEmpty()
                    ? Future.succeededFuture(0)
                    : renewal.end(upTo.getAsInt()).compose(destroyed -> ended(ready, destroyed));
        });
    }

    private Future<Erasure> stop(Erasure erasure, Actor by) {
        Ref client = new Ref(erasure.pool(), erasure.client());
        return stopping.stop(client, timeOver(erasure))
                .compose(done -> done.held().isEmpty()
                        ? stopped(erasure, by, done.cancelled())
                        // Tried again every hour, until the hold is lifted.
                        : Future.succeededFuture(erasure));
    }

    private Future<Erasure> stopped(Erasure erasure, Actor by, int cancelled) {
        Erasure stopped =
                stage(erasure, Stage.STOPPED, Optional.of(house.now()), Optional.empty(), OptionalInt.empty());
        String why = timeOver(erasure) ? "keys-destroyed,retention" : "keys-destroyed";
        return notes.erasure("erasure.stopped", by, Optional.of(erasure.client()), cancelled, why)
                .compose(noted -> store.move(Stage.BEGUN, stopped))
                .compose(moved -> moved
                        ? Future.succeededFuture(stopped)
                        : store.erasure(erasure.pool(), erasure.client()).map(now -> now.orElse(stopped)));
    }

    /** Seals one pool's ring, and says so of whose keys are in it no more. */
    public Future<Sealed> seal(PoolId pool) {
        // Read before the sealing: who was stopped by now has no key in the new ring.
        return store.open().compose(open -> {
            List<Erasure> stopped = open.stream()
                    .filter(one -> one.pool().equals(pool) && one.stage() == Stage.STOPPED)
                    .toList();
            return sealer.seal(pool)
                    .compose(ring -> Lanes.each(4, stopped, one -> sealed(one, ring))
                            .compose(done -> ring.dead() == 0 ? Future.<Void>succeededFuture() : everybody(pool, ring))
                            .map(ring));
        });
    }

    private Future<Void> sealed(Erasure one, Sealed how) {
        Erasure next = stage(one, Stage.SEALED, one.stopped(), Optional.of(house.now()), OptionalInt.of(how.epoch()));
        return store.move(Stage.STOPPED, next)
                .compose(moved -> moved
                        ? notes.erasure("erasure.sealed", Actor.scheduler(), Optional.of(one.client()), 1, epoch(how))
                        : Future.<Void>succeededFuture());
    }

    /** The keys that single withdrawals ended wait for the last stage as well. */
    private Future<Void> everybody(PoolId pool, Sealed how) {
        Instant now = house.now();
        Erasure next = new Erasure(
                pool,
                ErasureStore.EVERYBODY,
                Stage.SEALED,
                Actor.scheduler().role().word(),
                now,
                Optional.of(now),
                Optional.of(now),
                OptionalInt.of(how.epoch()),
                Optional.empty(),
                Optional.empty(),
                false);
        return store.begin(next)
                .compose(
                        stored -> stored.equals(next) ? Future.succeededFuture(true) : store.move(stored.stage(), next))
                .compose(done ->
                        notes.erasure("erasure.sealed", Actor.scheduler(), Optional.empty(), how.dead(), epoch(how)));
    }

    private Future<Integer> ended(List<Erasure> ready, RootKey.Destroyed destroyed) {
        Future<Integer> all = Future.succeededFuture(0);
        for (Erasure one : ready) {
            if (one.epoch().orElse(Integer.MAX_VALUE) <= destroyed.epoch()) {
                all = all.compose(count -> ended(one, destroyed).map(moved -> count + (moved ? 1 : 0)));
            }
        }
        return all;
    }

    private Future<Boolean> ended(Erasure one, RootKey.Destroyed destroyed) {
        Erasure last = new Erasure(
                one.pool(),
                one.client(),
                Stage.FINAL,
                one.by(),
                one.begun(),
                one.stopped(),
                one.sealed(),
                one.epoch(),
                Optional.of(house.now()),
                Optional.of(destroyed.promised()),
                destroyed.provable());
        Optional<ClientId> client =
                one.client().equals(ErasureStore.EVERYBODY) ? Optional.empty() : Optional.of(one.client());
        String why = String.format(
                Locale.ROOT,
                "epoch:%d,promised:%s,%s",
                destroyed.epoch(),
                destroyed.promised(),
                destroyed.provable() ? "provable" : "development-root");
        // The line first: what is called final has its line.
        return notes.erasure("erasure.final", Actor.scheduler(), client, 1, why)
                .compose(noted -> store.move(Stage.SEALED, last));
    }

    private static Erasure stage(
            Erasure one, Stage stage, Optional<Instant> stopped, Optional<Instant> sealed, OptionalInt epoch) {
        return new Erasure(
                one.pool(),
                one.client(),
                stage,
                one.by(),
                one.begun(),
                stopped,
                sealed,
                epoch,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static boolean timeOver(Erasure one) {
        return one.by().equals(Actor.scheduler().role().word());
    }

    private static String epoch(Sealed how) {
        return "epoch:" + how.epoch();
    }

    private Certificate certificate(Erasure erasure) {
        return Certificate.of(erasure, house.vault().root(), WITHIN);
    }
}
