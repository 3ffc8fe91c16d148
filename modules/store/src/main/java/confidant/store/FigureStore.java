package confidant.store;

import confidant.model.ManagerId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The answers that managers were given, and what each manager has spent, by quarter. Counts with noise in them, and nothing that
 * was withheld.
 */
public interface FigureStore {

    /**
     * An answer, which never changes.
     *
     * @param id a random number of its own
     * @param question what was asked; with {@code period} it names the answer
     * @param epsilon what it cost, as the rules wrote it
     * @param threshold below which cells were withheld
     * @param shown the cells that may be seen, with their noised counts
     * @param withheld the other cells
     */
    record Answer(
            UUID id,
            String question,
            String period,
            Instant at,
            String epsilon,
            int threshold,
            Map<String, Long> shown,
            List<String> withheld) {
        public Answer {
            shown = Map.copyOf(shown);
            withheld = List.copyOf(withheld);
        }
    }

    Future<Optional<Answer>> answer(String quarter, String question, String period);

    /** All answers of a quarter, in no order. */
    Future<List<Answer>> answers(String quarter);

    /** What a manager has spent in a quarter, as it was written; empty if nothing. */
    Future<String> spent(String quarter, ManagerId manager);

    /**
     * Stores an answer and what its manager has spent with it, both or neither.
     *
     * @param before what {@link #spent} said; of two who saw the same, one succeeds
     * @return false when the question has an answer already, or the manager has spent meanwhile; nothing was changed
     */
    Future<Boolean> give(String quarter, ManagerId manager, String before, String after, Answer answer);
}
