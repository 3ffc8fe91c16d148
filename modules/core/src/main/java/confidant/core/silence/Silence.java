package confidant.core.silence;

import confidant.core.consent.ConsentBook;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.consent.ConsentRules;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long a client has been silent, and what comes of it. A pure rule: no store, no clock, nothing personal.
 *
 * @param since the last sign of life
 * @param what the class of data that is over first, of those that are kept of this client
 * @param keep how long it is kept
 * @param due when the client is let go: {@code over}, or later, once no consent of theirs can be renewed any more; empty
 *     while one stands that has no end
 * @param consented whether a consent is valid, or can still be renewed, now
 */
public record Silence(
        Instant since, Sign sign, DataClass what, Duration keep, Optional<Instant> due, boolean consented) {
    /** What only clients say: that it is written down by others who heard it changes nothing. */
    private static final Set<ConsentStatus> SAID = Set.of(
            ConsentStatus.PENDING,
            ConsentStatus.GIVEN,
            ConsentStatus.RENEWED,
            ConsentStatus.REFUSED,
            ConsentStatus.DEFERRED,
            ConsentStatus.WITHDRAWN);

    /** What the last sign of life was. */
    public enum Sign {
        JOINED,
        WROTE,
        CONSENT
    }

    /** A class of data that is kept of a client, and how long. */
    record Kept(DataClass what, Duration keep) {}

    /** What is asked of a purpose when a consent to it ends. */
    record Ends(Asking asking, Set<Purpose> marked) {}

    /** When the class that is over first is over, whatever consents there are. */
    public Instant over() {
        return since.plus(keep);
    }

    /**
     * @param wrote when the client last wrote; what the house or a concierge wrote is no sign of life
     * @param kept not empty; one of them that is over ends all, since nothing is kept longer than its class says
     */
    static Silence of(
            Instant joined,
            Optional<Instant> wrote,
            List<ConsentEvent> history,
            List<Kept> kept,
            Ends ends,
            Instant now) {
        Optional<Instant> said =
                history.stream().filter(Silence::theirs).map(ConsentEvent::at).max(Comparator.naturalOrder());
        Instant since = Stream.of(Optional.of(joined), wrote, said)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(joined);
        Sign sign = since.equals(joined)
                ? Sign.JOINED
                : wrote.filter(since::equals).isPresent() ? Sign.WROTE : Sign.CONSENT;
        Kept first = kept.stream().min(Comparator.comparing(Kept::keep)).orElseThrow();
        Map<Purpose, Standing> standings = ConsentBook.standings(history, now);
        boolean consented = standings.values().stream().anyMatch(Standing::live);
        return new Silence(
                since, sign, first.what(), first.keep(), due(since.plus(first.keep()), standings, ends), consented);
    }

    private static boolean theirs(ConsentEvent step) {
        return step.by() == Expressed.CLIENT
                || step.by() == Expressed.GUARDIAN
                || (step.by() == Expressed.CONCIERGE && SAID.contains(step.status()));
    }

    private static Optional<Instant> due(Instant over, Map<Purpose, Standing> standings, Ends ends) {
        Instant due = over;
        for (Map.Entry<Purpose, Standing> one : standings.entrySet()) {
            if (one.getValue().live()) {
                Optional<Instant> end = ConsentRules.end(
                        one.getValue(), ends.asking(), ends.marked().contains(one.getKey()));
                if (end.isEmpty()) {
                    return Optional.empty();
                }
                due = end.get().isAfter(due) ? end.get() : due;
            }
        }
        return Optional.of(due);
    }
}
