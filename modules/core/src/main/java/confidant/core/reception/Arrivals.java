package confidant.core.reception;

import confidant.model.Channel;
import confidant.model.MessageId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.time.Instant;

/** What follows when a client has written: the words that steer privacy, and the assistant. */
public interface Arrivals {

    /**
     * What was said.
     *
     * @param seq its number in the conversation
     * @param id the same where it came again, so that what was done for it can be told from what was not
     * @param at when it was said first, also where it came again
     */
    record Said(long seq, MessageId id, Instant at, Channel channel, Personal<String> text) {}

    /** What of a message is kept in the conversation: all of it, or less; and for which purpose, whose key seals it. */
    record Kept(Personal<String> text, Purpose purpose) {}

    /** Decided from the words alone, before anybody reads them. */
    Kept kept(Personal<String> text);

    /** Must be done before the message is acknowledged; repeatable, as the platform may deliver again. */
    Future<Then> before(Ref client, Said said);

    /** What may be done at leisure after the acknowledgement of a message that was new; never fails. */
    @FunctionalInterface
    interface Then {
        void run();
    }

    /** The client has added the house's account. Repeatable. */
    Future<Void> followed(Concierge concierge, Ref client);
}
