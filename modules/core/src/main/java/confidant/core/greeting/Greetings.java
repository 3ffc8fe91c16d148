package confidant.core.greeting;

import confidant.core.Desk;
import confidant.model.ClientId;
import confidant.model.Occasion;
import confidant.model.Personal;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Greetings on the right day in the client's own zone and calendar, exactly once per client, day and occasion. */
public final class Greetings {

    /** Notes when an occasion falls due next; noting it again changes nothing. */
    public Future<Instant> plan(Ref client, Occasion occasion, ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** What one run did. */
    public record Run(int due, int sent, int already, int dropped, int later) {}

    /** Sends what is due by now, from yesterday's bucket on. Any number of nodes may run it at once. */
    public Future<Run> run() {
        throw new UnsupportedOperationException();
    }

    /** @param state {@code planned}, {@code sent} or the rule that dropped it */
    public record Today(
            ClientId client, Optional<Personal<String>> name, String occasion, Instant at, String state, String rule) {}

    /** The greetings of the pool on a day (in each client's zone). */
    public Future<List<Today>> on(Desk desk, LocalDate day) {
        throw new UnsupportedOperationException();
    }
}
