package confidant.core.port;

import confidant.model.ClientId;
import confidant.model.PoolId;

/** Tells open pages that something is there to be fetched; carries ids only. Never fails and never blocks. */
public interface Bell {

    /** Rings at every desk of the pool. */
    void desk(PoolId pool, ClientId client, What what, long seq);

    /** Rings at the client's own open web chat pages. */
    void client(PoolId pool, ClientId client, What what, long seq);

    /** What there is to fetch. */
    enum What {
        MESSAGE,
        INBOX,
        DRAFT,
        PROPOSAL,
        CONSENT,
        DELIVERY,
        STATUS
    }
}
