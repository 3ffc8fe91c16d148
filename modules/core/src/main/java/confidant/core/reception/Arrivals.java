package confidant.core.reception;

import confidant.model.Personal;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.util.Optional;

/** What follows when a client has written: the words that steer privacy, and the assistant. */
public interface Arrivals {

    /** Must be done before the message is acknowledged; repeatable, as the platform may deliver again. */
    Future<Void> before(Ref client, long seq, Optional<Personal<String>> text);

    /** May be done at leisure; never fails. Called for a message that was new. */
    void after(Ref client, long seq, Optional<Personal<String>> text);

    /** The client has added the house's account. Repeatable. */
    Future<Void> followed(Concierge concierge, Ref client);
}
