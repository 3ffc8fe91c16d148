package confidant.core.conversation;

import confidant.core.gate.Pass;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The first messages of a conversation, as far as their time is over, by purpose in the order of their coming.
 *
 * @param over the messages themselves
 * @param upTo the number of the last of them that may go; 0 for none
 * @param more whether there are further ones that are over and were not counted
 */
record Beginning(Ref client, List<StoredMessage> over, List<Part> parts, long upTo, boolean held, boolean more) {

    /**
     * @param due when the time of the first of them is over
     * @param pass by which they are taken away; empty where their key is gone, or where they stay
     * @param goes whether they may go
     */
    record Part(
            Purpose purpose,
            DataClass what,
            Duration keep,
            Instant due,
            int count,
            String rule,
            Optional<Pass> pass,
            boolean goes) {}
}
