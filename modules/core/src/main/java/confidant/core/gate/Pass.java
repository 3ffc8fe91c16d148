package confidant.core.gate;

import confidant.policy.Opening;
import confidant.policy.Verdict;
import confidant.store.ConversationStore.Ref;

/**
 * A permit in hand.
 *
 * @param grant the number of the yes it rests on (the consent step's number), which is also the number of the data key;
 *     1 for purposes that rest on another basis. A key made for a yes that was taken back can never be made again.
 */
public record Pass(Verdict.Permit permit, Ref client, int grant) {
    public Opening opening() {
        return permit.opening();
    }

    public String rule() {
        return permit.rule();
    }
}
