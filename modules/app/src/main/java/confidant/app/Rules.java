package confidant.app;

import confidant.core.rules.Release;
import confidant.core.rules.ReleaseChain;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicyInvalid;
import confidant.policy.PolicySet;
import confidant.store.HouseStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules that a house opens with: those that were released last, or in a house that never released any, those of its folder.
 * What else lies in the folder by then waits for an officer. Blocks for seconds.
 */
final class Rules {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Optional<PolicyEngine> engine;
    private final String problems;

    private Rules(Path folder, Optional<PolicyEngine> engine, String problems) {
        this.folder = folder;
        this.engine = engine;
        this.problems = problems;
    }

    /** Reads the folder, which most likely holds what is in force, while the database still starts. */
    static Rules read(Path folder) {
        try {
            PolicyEngine engine = new PolicyEngine(PolicySet.read(folder));
            engine.warmUp();
            return new Rules(folder, Optional.of(engine), "");
        } catch (PolicyInvalid invalid) {
            return new Rules(folder, Optional.empty(), String.valueOf(invalid.getMessage()));
        }
    }

    /** @throws StartProblem if there are none that can be used */
    PolicyEngine inForce(HouseStore store, Instant now) {
        ReleaseChain chain = new ReleaseChain(store);
        Release release = Waiting.on(chain.head(), PATIENCE, "reading the released rules")
                .orElseGet(() -> Waiting.on(
                        chain.found(ofFolder().policies(), now), PATIENCE, "keeping the rules of the house"));
        return engine.filter(one -> one.hash().equals(release.hash())).orElseGet(() -> released(chain, release.hash()));
    }

    private PolicyEngine ofFolder() {
        return engine.orElseThrow(
                () -> new StartProblem(problems, "correct the folder " + folder + " and run `confidant policy check`"));
    }

    private static PolicyEngine released(ReleaseChain chain, String hash) {
        byte[] packed = Waiting.on(chain.packed(hash), PATIENCE, "reading the released rules");
        try {
            PolicyEngine released = new PolicyEngine(ReleaseChain.checked(hash, packed));
            released.warmUp();
            return released;
        } catch (IllegalStateException damaged) {
            throw new StartProblem(
                    String.valueOf(damaged.getMessage()), "bring the database back as it was, from a backup");
        } catch (PolicyInvalid invalid) {
            throw new StartProblem(
                    "the released rules cannot be used by this version: " + invalid.getMessage(),
                    "start the version before, release rules there that both can use, then start this one");
        }
    }
}
