package confidant.policy;

import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.PoolId;
import confidant.model.Purpose;
import java.time.Instant;

/**
 * One act of one actor on one kind of datum of one client for one purpose, with all that the answer may depend on.
 *
 * @param ownPool whether {@code pool} is the actor's own (for a client: whether the data are their own)
 * @param consent the status of (client, purpose) at {@code now}; for purposes on another basis it is not looked at
 */
public record Question(
        Actor actor,
        Act act,
        DataClass what,
        Purpose purpose,
        PoolId pool,
        ClientId client,
        boolean ownPool,
        ConsentStatus consent,
        Instant now) {}
