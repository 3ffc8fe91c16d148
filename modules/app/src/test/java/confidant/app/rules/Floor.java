package confidant.app.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Which module may see which, see {@code docs/house.md}. */
enum Floor {
    MODEL("confidant.model", Set.of()),
    NODE("confidant.node", Set.of()),
    POLICY("confidant.policy", Set.of("confidant.model")),
    LEDGER("confidant.ledger", Set.of("confidant.model")),
    WITNESS("confidant.witness", Set.of("confidant.ledger")),
    STORE("confidant.store", Set.of("confidant.model")),
    VAULT("confidant.vault", Set.of("confidant.model", "confidant.policy")),
    TRANSIT("confidant.transit", Set.of("confidant.vault")),
    CORE(
            "confidant.core",
            Set.of("confidant.model", "confidant.policy", "confidant.ledger", "confidant.store", "confidant.vault")),
    CASSANDRA("confidant.store.cassandra", Set.of("confidant.model", "confidant.store")),
    CHANNEL("confidant.channel", Set.of("confidant.model", "confidant.core")),
    ASSISTANT("confidant.assistant", Set.of("confidant.model", "confidant.core")),
    MEDIA("confidant.media", Set.of("confidant.model", "confidant.core")),
    SCHEDULE("confidant.schedule", Set.of("confidant.model", "confidant.core")),
    HTTP("confidant.http", Set.of("confidant.model", "confidant.core", "confidant.policy", "confidant.store")),
    APP("confidant.app", Set.of());

    private final String root;
    private final Set<String> below;

    Floor(String root, Set<String> below) {
        this.root = root;
        this.below = below;
    }

    /** The floor that a package belongs to; empty for what is none of ours, or is for tests only. */
    static Optional<Floor> of(String packageName) {
        return Arrays.stream(values())
                .filter(floor -> packageName.equals(floor.root) || packageName.startsWith(floor.root + "."))
                .max(Comparator.comparingInt(floor -> floor.root.length()));
    }

    boolean maySee(Floor other) {
        return this == APP || this == other || below.contains(other.root);
    }

    String root() {
        return root;
    }
}
