package confidant.core;

import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.ConversationStore;

/** A client at their own chat or privacy page; made only from a session. */
public record Guest(PoolId pool, ClientId client) {
    public Actor actor() {
        return Actor.of(client);
    }

    public ConversationStore.Ref ref() {
        return new ConversationStore.Ref(pool, client);
    }
}
