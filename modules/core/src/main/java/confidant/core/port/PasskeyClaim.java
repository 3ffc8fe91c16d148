package confidant.core.port;

import confidant.core.session.PasskeyRefused;
import confidant.model.StaffId;
import java.util.Optional;

/**
 * What a browser sent after a passkey was made or used. Nothing of it is to be believed before one of the last two methods has
 * returned; they compute, so call them on a worker.
 */
public interface PasskeyClaim {

    /** The one-time value that was signed, as the browser says. */
    String challenge();

    /** The credential's id, base64url. */
    String credential();

    /** Whose passkey it is, as the authenticator says. */
    Optional<StaffId> holder();

    /** A public key in the verifier's own form, with what it must remember beside it. */
    record Key(byte[] key, long counter, boolean synced) {}

    /**
     * Verifies a passkey that was just made: origin, relying party, challenge, and that its user was verified.
     *
     * @throws PasskeyRefused if anything is amiss
     */
    Key made();

    /**
     * Verifies a passkey that was just used against what was remembered of it.
     *
     * @return the counter, greater than before unless the authenticator does not count
     * @throws PasskeyRefused if anything is amiss
     */
    long used(Key remembered);
}
