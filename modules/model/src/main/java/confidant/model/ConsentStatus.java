package confidant.model;

import java.time.Instant;
import java.util.Optional;

/** Status of one (client, purpose), with the names of W3C DPV 2.3. */
public enum ConsentStatus {
    /** Nothing was ever asked. */
    NONE,
    /** Imported without proof. */
    UNKNOWN,
    REQUESTED,
    /** An oral yes that the client has not confirmed yet. */
    PENDING,
    GIVEN,
    RENEWED,
    REFUSED,
    DEFERRED,
    WITHDRAWN,
    EXPIRED,
    REVOKED,
    INVALIDATED;

    /** Valid for processing (DPV: ConsentStatusValidForProcessing): Given and RenewedGiven, nothing else. */
    public boolean valid() {
        return this == GIVEN || this == RENEWED;
    }

    /** What it counts as at {@code now}: a given consent past its end counts as expired. */
    public ConsentStatus at(Instant now, Optional<Instant> until) {
        boolean over = valid() && until.isPresent() && !now.isBefore(until.get());
        return over ? EXPIRED : this;
    }
}
