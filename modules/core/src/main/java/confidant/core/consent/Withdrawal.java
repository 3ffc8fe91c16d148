package confidant.core.consent;

import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;

/** Told when a yes ends or begins, so that what is held in memory follows at once. Must not fail and must not block. */
@FunctionalInterface
public interface Withdrawal {
    /** @param given whether the purpose may be served from now on */
    void changed(Ref client, Purpose purpose, boolean given);
}
