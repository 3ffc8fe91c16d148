package confidant.store;

import confidant.model.StaffId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The passkeys of staff: public keys and counters, nothing that signs anybody in by itself. A passkey is always looked for
 * among those of its holder, so that nobody's can be taken for another's.
 */
public interface PasskeyStore {

    /**
     * @param id the credential's id, base64url
     * @param key the credential's public key, in the verifier's own form
     * @param counter signatures made, as the authenticator last said; 0 where it does not count
     * @param synced whether the authenticator may carry the key to other devices
     * @param name what its holder calls it
     */
    record Passkey(
            String id, byte[] key, long counter, boolean synced, String name, Instant made, Optional<Instant> used) {}

    /** How a removal ended. */
    enum Removal {
        REMOVED,
        /** Nothing was removed: fewer would be left than must be. */
        NEEDED,
        ABSENT
    }

    /** @return false, with nothing changed, if the holder has one of this id */
    Future<Boolean> add(StaffId holder, Passkey passkey);

    Future<Optional<Passkey>> passkey(StaffId holder, String id);

    /** All of a holder, in the order in which they were made. */
    Future<List<Passkey>> passkeys(StaffId holder);

    /**
     * Moves the counter on and notes the time of use.
     *
     * @return false, with nothing changed, if the counter is no longer {@code from} or there is no such passkey
     */
    Future<Boolean> used(StaffId holder, String id, long from, long to, Instant at);

    /** @return false if there is no such passkey */
    Future<Boolean> rename(StaffId holder, String id, String name);

    /** Removes one if at least {@code least} others stay, also when several are removed at once. */
    Future<Removal> remove(StaffId holder, String id, int least);
}
