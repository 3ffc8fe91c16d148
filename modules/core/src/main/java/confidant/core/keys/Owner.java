package confidant.core.keys;

import confidant.core.gate.Pass;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;

/** Whose key, and for what. */
record Owner(PoolId pool, ClientId client, Purpose purpose) {
    static Owner of(Pass pass) {
        return new Owner(
                pass.client().pool(), pass.client().client(), pass.opening().purpose());
    }

    static Owner of(Ref client, Purpose purpose) {
        return new Owner(client.pool(), client.client(), purpose);
    }
}
