package confidant.witness;

import confidant.ledger.AddCheckpoint;
import confidant.ledger.Checkpoint;
import confidant.ledger.ConsistencyProof;
import confidant.ledger.Cosigner;
import confidant.ledger.Malformed;
import confidant.ledger.NoteVerifier;
import confidant.ledger.SignedCheckpoint;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides whether a checkpoint is cosigned: only if one of the log's own keys signed it and it follows from the one that was
 * cosigned last. That it was is on the disk before the answer is given. For any thread; one request at a time.
 *
 * <p>So two checkpoints that do not follow from each other never both have this witness's cosignature.
 */
final class Witness {
    private final Cosigner cosigner;
    private final Map<String, List<NoteVerifier>> logs;
    private final Seen seen;
    private final Clock clock;

    /** @param logs the keys of the logs it looks at, each named after its log; a log may have several */
    Witness(Cosigner cosigner, Collection<NoteVerifier> logs, Seen seen, Clock clock) {
        this.cosigner = cosigner;
        this.logs = logs.stream().collect(Collectors.groupingBy(NoteVerifier::name));
        this.seen = seen;
        this.clock = clock;
    }

    /** @throws IOException if what was seen could not be read or stored; then nothing was cosigned */
    synchronized Answer add(String body) throws IOException {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (Malformed malformed) {
            return Answer.refused(400, String.valueOf(malformed.getMessage()));
        }
        SignedCheckpoint signed = request.checkpoint();
        Checkpoint head = signed.checkpoint();
        List<NoteVerifier> keys = logs.get(head.origin());
        if (keys == null) {
            return Answer.refused(404, "this log is not known here");
        }
        if (!signed.isSignedBy(keys)) {
            return Answer.refused(403, "no key of this log signed the checkpoint");
        }
        if (request.old() > head.size()) {
            return Answer.refused(400, "the old size is beyond the checkpoint");
        }
        Optional<Checkpoint> last = seen.get(head.origin()).map(SignedCheckpoint::checkpoint);
        long size = last.map(Checkpoint::size).orElse(0L);
        if (request.old() != size) {
            return Answer.conflict(size);
        }
        if (last.isPresent() && head.size() == size) {
            return last.get().root().equals(head.root()) ? cosign(signed, request) : Answer.conflict(size);
        }
        return follows(last, request) ? cosign(signed, request) : Answer.refused(422, "the proof does not hold");
    }

    private static boolean follows(Optional<Checkpoint> last, AddCheckpoint request) {
        Checkpoint head = request.checkpoint().checkpoint();
        if (request.old() == 0) {
            // Every tree begins with the empty one; and nothing to prove is proved by nothing.
            return request.proof().isEmpty();
        }
        return new ConsistencyProof(request.old(), head.size(), request.proof())
                .verify(last.orElseThrow().root(), head.root());
    }

    private Answer cosign(SignedCheckpoint signed, AddCheckpoint request) throws IOException {
        if (request.old() == signed.checkpoint().size() && !request.proof().isEmpty()) {
            return Answer.refused(422, "the proof does not hold");
        }
        seen.put(signed);
        return Answer.cosigned(cosigner.cosign(signed.checkpoint(), clock.instant()));
    }
}
