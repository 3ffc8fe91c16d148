package confidant.store;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Wrapped keys, kept apart from the data they open (a keyspace of its own). The keys of a pool lie in its ring, sealed
 * under the pool's key; those that were made or destroyed since the ring was sealed stand in the journal of the pool key's
 * version. Heads and journal rows are written by conditions, so two nodes never hold different keys for one place.
 */
public interface KeyStore {

    /** @return the wrapped value now stored under the name: the caller's, or the one that was there first */
    Future<byte[]> putHouseKey(String name, byte[] wrapped);

    Future<Optional<byte[]>> houseKey(String name);

    /** All wrapped values of the house by their names. */
    Future<Map<String, byte[]>> houseKeys();

    /** Puts another wrapping in the place of {@code stored}. @return false when something else is stored */
    Future<Boolean> replaceHouseKey(String name, byte[] stored, byte[] fresh);

    /** One version of a pool's key, wrapped by the root. */
    record WrappedPool(int version, byte[] wrapped) {}

    /**
     * A ring in force.
     *
     * @param id names its parts in the store
     * @param version of the pool key that it is sealed under
     * @param parts number of its parts; each client has one
     */
    record Ring(UUID id, int version, int parts) {}

    /**
     * How the keys of a pool stand.
     *
     * @param revision rises by one with every change of the head, from 1
     * @param current new keys are wrapped under this one, and stand in its journal
     * @param previous while a ring is being sealed: the version whose journal and ring are being taken over
     * @param ring empty until the first one is sealed
     */
    record Head(long revision, WrappedPool current, Optional<WrappedPool> previous, Optional<Ring> ring) {}

    /** @return the head now stored: the caller's, or the one that was there first */
    Future<Head> putHead(PoolId pool, Head first);

    /** Sees every change that was acknowledged before. */
    Future<Optional<Head>> head(PoolId pool);

    /**
     * Stores a head if the stored revision is {@code next.revision() - 1}.
     *
     * @return false when another one is stored; nothing was changed
     */
    Future<Boolean> replaceHead(PoolId pool, Head next);

    /** All pools that have a head. */
    Future<List<PoolId>> pools();

    /** Stores one part of a ring; the parts of one ring are written once, by whoever sealed it. */
    Future<Void> putPart(PoolId pool, UUID ring, int part, byte[] sealed);

    Future<Optional<byte[]>> part(PoolId pool, UUID ring, int part);

    /** A part with its number. */
    record Part(int number, byte[] sealed) {}

    /** All parts of a ring, as they arrive. */
    Future<Void> parts(PoolId pool, UUID ring, Slices<Part> slices);

    /** The rings of which parts are stored, in force or not. */
    Future<List<UUID>> rings(PoolId pool);

    /** Removes a ring that no head names any more. */
    Future<Void> dropRing(PoolId pool, UUID ring);

    /**
     * One wrapped data key.
     *
     * @param keyNo generation, from 1
     * @param wrapped empty once the key is destroyed, with every one of the same (client, purpose) up to this number; the row
     *     stays so that its number is never given again
     */
    record WrappedKey(ClientId client, Purpose purpose, int keyNo, Optional<byte[]> wrapped) {
        public boolean destroyed() {
            return wrapped.isEmpty();
        }
    }

    /** @return the row now stored at (client, purpose, keyNo) of this journal: the caller's, or the one that was there first */
    Future<WrappedKey> putDataKey(PoolId pool, int version, WrappedKey key);

    /** All rows of one client in a journal, destroyed ones too; sees what was acknowledged before. */
    Future<List<WrappedKey>> dataKeys(PoolId pool, int version, ClientId client);

    /** All rows of a journal, in slices as they arrive; the future ends after the last slice was taken. */
    Future<Void> dataKeys(PoolId pool, int version, Slices<WrappedKey> slices);

    /**
     * Destroys the keys of (client, purpose), up to and with generation {@code upTo}: the row of that generation becomes a
     * destroyed one, whether there was a key in it or not. Repeatable.
     */
    Future<Void> destroy(PoolId pool, int version, ClientId client, Purpose purpose, int upTo);

    /** Removes the journal of a version that no head names any more. */
    Future<Void> dropJournal(PoolId pool, int version);

    /**
     * Keys that every node has to drop from its memory.
     *
     * @param purpose empty for all purposes of the client
     * @param upTo generation, this one and those before
     */
    record Denied(PoolId pool, ClientId client, Optional<Purpose> purpose, int upTo) {}

    /** Tells all nodes; {@code bucket} is a span of time by the caller's clock. Gone by itself after a day. */
    Future<Void> deny(long bucket, Denied denied);

    /** What was told in one bucket; sees what was acknowledged before. */
    Future<List<Denied>> denied(long bucket);
}
