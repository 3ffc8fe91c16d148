package confidant.core.figure;

import confidant.policy.Ratio;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A manager has spent what they have for this quarter; the message says until when, and what can still be read. */
public final class BudgetSpent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param answered what has an answer for this period, which stays readable */
    BudgetSpent(Ratio budget, Instant renews, List<String> answered) {
        super(
                "your budget of " + budget + " is spent until " + LocalDate.ofInstant(renews, ZoneOffset.UTC)
                        + "; answers that are there and cost nothing: "
                        + (answered.isEmpty() ? "none" : String.join(", ", answered)),
                null,
                false,
                false);
    }
}
