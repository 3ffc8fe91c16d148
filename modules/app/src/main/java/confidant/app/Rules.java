package confidant.app;

import confidant.policy.PolicyEngine;
import confidant.policy.PolicyInvalid;
import confidant.policy.PolicySet;
import java.nio.file.Path;

/** The rules of the house, ready to be asked. Blocks for a second or two. */
final class Rules {
    private Rules() {}

    static PolicyEngine read(Path folder) {
        try {
            PolicyEngine engine = new PolicyEngine(PolicySet.read(folder));
            engine.warmUp();
            return engine;
        } catch (PolicyInvalid invalid) {
            throw new StartProblem(
                    String.valueOf(invalid.getMessage()),
                    "correct the folder " + folder + " and run `confidant policy check`");
        }
    }
}
