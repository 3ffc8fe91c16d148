package confidant.core.pool;

import confidant.core.Desk;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.Lang;
import confidant.model.Personal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Pools in memory while their concierges are signed in: decrypted bitmaps, never on disk. A client who withdraws drops out
 * of every segment of that purpose at once.
 */
public final class Pools {

    /** How far unlocking has come: clients read so far and in all. */
    public record Progress(int done, int total, boolean ready) {}

    /** Starts to unlock if needed; the future ends when the pool can answer. Safe to call again. */
    public Future<Progress> unlock(Desk desk) {
        throw new UnsupportedOperationException();
    }

    public Progress progress(Desk desk) {
        throw new UnsupportedOperationException();
    }

    /** Wipes the pool from memory. */
    public void lock(Desk desk) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param before clients who match by data that may be looked at for this count
     * @param after those of them whose consent allows the segment's purpose
     * @param refused how many dropped out, by rule
     */
    public record Count(int before, int after, List<Dropped> refused) {}

    public record Dropped(String rule, String remedy, int count) {}

    public Future<Count> count(Desk desk, Segment segment) {
        throw new UnsupportedOperationException();
    }

    public record Row(ClientId client, Optional<Personal<String>> name, Channel channel, Lang lang) {}

    public record Rows(List<Row> rows, String next) {}

    /** The clients of a segment after consent, a page at a time. */
    public Future<Rows> page(Desk desk, Segment segment, String cursor, int limit) {
        throw new UnsupportedOperationException();
    }
}
