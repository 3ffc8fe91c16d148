package confidant.model;

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
}
