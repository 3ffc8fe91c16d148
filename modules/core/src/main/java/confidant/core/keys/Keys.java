package confidant.core.keys;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.gate.Pass;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.KeyStore;
import confidant.store.KeyStore.Denied;
import confidant.store.KeyStore.WrappedKey;
import confidant.vault.DataKey;
import confidant.vault.PoolKey;
import confidant.vault.VaultRefused;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Keys in memory and in the store. A data key belongs to one yes: its number is the number of the consent step that it
 * rests on, so that nothing which was under way at a withdrawal can make a new key afterwards. What one node destroys the
 * others drop within {@link #EVERYWHERE}.
 */
public final class Keys {
    /** So long after its acknowledgement a destruction is true on every node. */
    public static final Duration EVERYWHERE = Denials.FRESH;

    /** Above every number that a key can have: what is destroyed up to here stays so whatever comes. */
    public static final int FOR_EVER = Integer.MAX_VALUE;

    private static final int TRIES = 5;

    private final House house;
    private final KeyStore store;
    private final PoolHeads heads;
    private final Lookup lookup;
    private final Preload preload;
    private final Denials denials;
    private final HeldKeys held = new HeldKeys();
    private final List<Consumer<Ref>> erased = new CopyOnWriteArrayList<>();

    public Keys(House house) {
        this.house = house;
        this.store = house.stores().keys();
        this.heads = new PoolHeads(house);
        this.lookup = new Lookup(house, heads);
        this.preload = new Preload(house, heads, held);
        this.denials = new Denials(house, this::drop, held::wipeAll);
    }

    /** Adds one who is told when a client was erased, here or on another node; called at wiring. */
    public void onErased(Consumer<Ref> listener) {
        erased.add(listener);
    }

    /** The key to seal under, made if it is not there yet; empty if it was destroyed. */
    public Future<Optional<DataKey>> forSealing(Pass pass) {
        Owner owner = Owner.of(pass);
        return held(
                owner,
                pass.grant(),
                () -> lookup.find(owner).compose(found -> {
                    if (found.floor() >= pass.grant()) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    if (found.key(pass.grant()).isPresent()) {
                        return use(owner, found, pass.grant());
                    }
                    // What does not open may be the very key: another one in its place would lose what is under it.
                    return found.isDamaged(pass.grant()) ? refused() : make(owner, pass.grant(), TRIES);
                }));
    }

    /**
     * The key of one generation to open with; empty if it was destroyed or never made, and if it belongs to an earlier yes
     * than the pass: agreeing again brings nothing old back, also where a withdrawal was cut off before its key was gone.
     */
    public Future<Optional<DataKey>> forOpening(Pass pass, int keyNo) {
        if (keyNo != pass.grant()) {
            return Future.succeededFuture(Optional.empty());
        }
        Owner owner = Owner.of(pass);
        Search search = () -> lookup.find(owner).compose(found -> use(owner, found, keyNo));
        return pass.stands() ? held(owner, keyNo, search) : search.look();
    }

    /** Whether a tag card of this version is an old copy that somebody put back; known while its key is held. */
    public boolean isOldCard(Pass pass, long version) {
        return version < held.leastCard(Owner.of(pass));
    }

    /** A key that is alive, as {@link #preload} finds it. */
    public record Alive(ClientId client, Purpose purpose, int keyNo) {}

    /** Reads all keys of a pool into memory; {@code seen} is told of those that are alive. */
    public Future<Void> preload(PoolId pool, Consumer<List<Alive>> seen) {
        return denials.follow().compose(fresh -> preload.run(pool, seen));
    }

    /**
     * Destroys the keys of one purpose up to generation {@code upTo}, in memory and for ever in the store; a key that is just
     * being made cannot come into being any more. Repeatable; a key of a later yes is left alone.
     */
    public Future<Void> destroy(Ref client, Purpose purpose, int upTo) {
        Owner owner = Owner.of(client, purpose);
        held.drop(owner, upTo);
        return destroy(owner, upTo, TRIES);
    }

    private Future<Void> destroy(Owner owner, int upTo, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the pool's keys"));
        }
        return heads.get(owner.pool())
                .compose(opened -> store.destroy(
                                owner.pool(), opened.head().current().version(), owner.client(), owner.purpose(), upTo)
                        .compose(done -> Future.all(
                                store.head(owner.pool()),
                                denials.tell(
                                        new Denied(owner.pool(), owner.client(), Optional.of(owner.purpose()), upTo))))
                        .compose(done -> opened.is(done.resultAt(0))
                                ? Future.<Void>succeededFuture()
                                // The row may stand in a journal that was read before it came; once more in the new
                                // one.
                                : heads.after(owner.pool(), opened).compose(after -> destroy(owner, upTo, tries - 1))));
    }

    /** Whether the client was erased: their service key is destroyed for ever. */
    public Future<Boolean> isErased(Ref client) {
        return lookup.find(Owner.of(client, Purpose.SERVICE))
                .compose(
                        found -> found.isRingDamaged() ? refused() : Future.succeededFuture(found.floor() == FOR_EVER));
    }

    /** Tells every node that a client was erased, after their keys were destroyed one by one. */
    public Future<Void> tellErased(Ref client) {
        return denials.tell(new Denied(client.pool(), client.client(), Optional.empty(), FOR_EVER))
                .onSuccess(told -> erased.forEach(listener -> listener.accept(client)));
    }

    /** Drops what other nodes destroyed; rung every moment. */
    public Future<Void> follow() {
        return denials.follow();
    }

    /** Drops all keys of a pool from memory. */
    public void lock(PoolId pool) {
        held.wipe(pool);
        heads.lock(pool);
    }

    /** Drops the keys of pools that nobody used since {@code before}. */
    public void lockIdle(Instant before) {
        held.unused(before).forEach(this::lock);
    }

    PoolHeads heads() {
        return heads;
    }

    private void drop(Denied denied) {
        denied.purpose()
                .ifPresentOrElse(
                        purpose -> held.drop(new Owner(denied.pool(), denied.client(), purpose), denied.upTo()),
                        () -> erased.forEach(listener -> listener.accept(new Ref(denied.pool(), denied.client()))));
    }

    private interface Search {
        Future<Optional<DataKey>> look();
    }

    private Future<Optional<DataKey>> held(Owner owner, int keyNo, Search search) {
        held.used(owner.pool(), house.now());
        if (denials.isFresh()) {
            Optional<DataKey> known = held.get(owner, keyNo);
            return known.isPresent() ? Future.succeededFuture(known) : search.look();
        }
        return denials.follow().compose(fresh -> {
            Optional<DataKey> known = held.get(owner, keyNo);
            return known.isPresent() ? Future.succeededFuture(known) : search.look();
        });
    }

    private Future<Optional<DataKey>> use(Owner owner, Found found, int keyNo) {
        Optional<DataKey> key = found.key(keyNo);
        if (key.isPresent() && found.onlyBefore(keyNo)) {
            return carry(owner, key.get());
        }
        return Future.succeededFuture(key.flatMap(one -> held.keep(owner, one, found.card())));
    }

    /** A key that is only in a journal which is being taken over may have been missed there: it goes into the new one too. */
    private Future<Optional<DataKey>> carry(Owner owner, DataKey key) {
        return heads.get(owner.pool())
                .compose(opened -> put(owner, opened, key.keyNo(), house.vault().wrapDataKey(opened.current(), key)))
                .compose(row -> lookup.find(owner))
                .map(found -> found.key(key.keyNo()).flatMap(one -> held.keep(owner, one, found.card())));
    }

    private Future<Optional<DataKey>> make(Owner owner, int keyNo, int tries) {
        if (tries == 0) {
            return refused();
        }
        return heads.get(owner.pool())
                .compose(opened -> put(owner, opened, keyNo, fresh(opened.current(), owner, keyNo)))
                // Looked up again: it may have been destroyed, or the journal closed, while it was being stored.
                .compose(row -> lookup.find(owner))
                .compose(found -> {
                    if (found.floor() >= keyNo) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    return found.key(keyNo).isPresent()
                            ? use(owner, found, keyNo)
                            : make(owner, keyNo, found.isDamaged(keyNo) ? 0 : tries - 1);
                });
    }

    private static <T> Future<T> refused() {
        return Future.failedFuture(new VaultRefused("the keys that are stored do not open"));
    }

    private Future<WrappedKey> put(Owner owner, Opened opened, int keyNo, byte[] wrapped) {
        WrappedKey row = new WrappedKey(owner.client(), owner.purpose(), keyNo, Optional.of(wrapped));
        return store.putDataKey(owner.pool(), opened.head().current().version(), row);
    }

    private byte[] fresh(PoolKey poolKey, Owner owner, int keyNo) {
        return house.vault().newDataKey(poolKey, owner.client(), owner.purpose(), keyNo);
    }
}
