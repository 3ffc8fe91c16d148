package confidant.witness;

import confidant.ledger.AddCheckpoint;
import confidant.ledger.Appended;
import confidant.ledger.Appender;
import confidant.ledger.Hash;
import confidant.ledger.LogState;
import confidant.ledger.NoteSigner;
import confidant.ledger.ProofBuilder;
import confidant.ledger.SignedCheckpoint;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log in memory, whose operator can begin a second past. */
final class Log {
    static final NoteSigner SIGNER = NoteSigner.generate("desk.example/audit/test", new SecureRandom());

    private final Map<String, byte[]> tiles;
    private LogState state;

    Log() {
        this(LogState.empty(), Map.of());
    }

    private Log(LogState state, Map<String, byte[]> tiles) {
        this.state = state;
        this.tiles = new HashMap<>(tiles);
    }

    /** Another log with the same past. */
    Log fork() {
        return new Log(state, tiles);
    }

    Log add(String... entries) {
        for (String entry : entries) {
            Appended appended = Appender.append(state, List.of(entry.getBytes(StandardCharsets.UTF_8)));
            appended.writes().forEach((path, bytes) -> tiles.put(path.text(), bytes));
            state = appended.state();
        }
        return this;
    }

    long size() {
        return state.size();
    }

    SignedCheckpoint head() {
        return SignedCheckpoint.sign(state.checkpoint(SIGNER.verifier().name()), SIGNER);
    }

    /** The request an honest log sends to a witness that saw {@code old} entries. */
    String request(long old) {
        List<Hash> proof = old == 0
                ? List.of()
                : new ProofBuilder(path -> Optional.ofNullable(tiles.get(path.text())), size())
                        .consistency(old, size())
                        .path();
        return new AddCheckpoint(old, proof, head()).format();
    }
}
