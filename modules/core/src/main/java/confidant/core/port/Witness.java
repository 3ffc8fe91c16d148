package confidant.core.port;

import confidant.ledger.AddCheckpoint;
import confidant.ledger.WitnessKey;
import io.vertx.core.Future;

/** A witness of the ledger that somebody else runs, as C2SP tlog-witness has it. */
public interface Witness {

    /** What its cosignatures are checked with. */
    WitnessKey key();

    /** Sends a checkpoint. Fails when no answer came; an answer of any status is a success. */
    Future<Answer> add(AddCheckpoint request);

    /** @param body cosignature lines at 200, the size it saw last at 409 */
    record Answer(int status, String body) {}
}
