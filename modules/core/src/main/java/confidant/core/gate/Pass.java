package confidant.core.gate;

import confidant.policy.Opening;
import confidant.policy.Verdict;
import confidant.store.ConversationStore.Ref;

/**
 * A permit in hand.
 *
 * @param grant the number of the yes it rests on (the consent step's number), which is also the number of the data key;
 *     1 for purposes that rest on another basis. A key made for a yes that was taken back can never be made again.
 * @param stands whether that yes stood when policy was asked. Where it did not (clients may see what is left of their own), a
 *     key in memory proves nothing: another node may have destroyed it
 */
public record Pass(Verdict.Permit permit, Ref client, int grant, boolean stands) {
    public Opening opening() {
        return permit.opening();
    }

    public String rule() {
        return permit.rule();
    }
}
