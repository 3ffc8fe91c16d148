package confidant.core.port;

import confidant.policy.PolicyDraft;

/** Where officers lay rules that they would like to see in force. */
@FunctionalInterface
public interface RuleFolder {

    /** What lies there now; blocks for some seconds, so call it on a worker. */
    PolicyDraft read();
}
