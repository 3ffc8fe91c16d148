package confidant.store;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Wrapped keys, kept apart from the data they open (a keyspace of its own). A key is made once and destroyed once; both
 * are conditional, so two nodes never hold different keys for one place.
 */
public interface KeyStore {

    /** @return the wrapped pool key now stored: the caller's, or the one that was there first */
    Future<byte[]> putPoolKey(PoolId pool, byte[] wrapped);

    Future<Optional<byte[]>> poolKey(PoolId pool);

    /**
     * One wrapped data key.
     *
     * @param keyNo generation, from 1
     * @param wrapped empty once the key is destroyed; the row stays so that its number is never given again
     */
    record WrappedKey(ClientId client, Purpose purpose, int keyNo, Optional<byte[]> wrapped) {
        public boolean destroyed() {
            return wrapped.isEmpty();
        }
    }

    /** @return the row now stored at (client, purpose, keyNo): the caller's, or the one that was there first */
    Future<WrappedKey> putDataKey(PoolId pool, WrappedKey key);

    /** All keys of one client, destroyed ones too. */
    Future<List<WrappedKey>> dataKeys(PoolId pool, ClientId client);

    /** All keys of a pool, in slices as they arrive; the future ends after the last slice was taken. */
    Future<Void> dataKeys(PoolId pool, Slices<WrappedKey> slices);

    /**
     * Destroys the keys of (client, purpose) that exist, up to and with generation {@code upTo}. Repeatable.
     *
     * @return how many keys this call destroyed
     */
    Future<Integer> destroy(PoolId pool, ClientId client, Purpose purpose, int upTo);
}
