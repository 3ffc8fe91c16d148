package confidant.core.request;

import confidant.policy.Jurisdiction;
import confidant.policy.Jurisdiction.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The time that a law leaves for a request: it stands while the client is asked for something, and may be prolonged once. Until
 * the officer names the law, the one that leaves least time counts. Pure; days are counted in UTC.
 */
final class RequestClock {
    // Where a house lies east of it, the day in UTC is over later by hours; a law's day is never cut by them, as whole
    // days are counted from the very hour at which the request came.
    private static final ZoneId ZONE = ZoneOffset.UTC;

    /**
     * What the clock shows.
     *
     * @param law whose time counts; empty where no law sets one
     * @param due until when; empty where no law sets a time, and while the clock stands
     * @param late of an open request: the time is over; of a closed one: it was over when it was closed
     * @param prolongs whether the time can be prolonged now; never before the law is named, as another may have no longer time
     */
    record Reading(Optional<Jurisdiction> law, Optional<Instant> due, boolean late, boolean prolongs) {}

    private RequestClock() {}

    static Reading read(ClientRequest request, Collection<Jurisdiction> laws, Instant now) {
        Optional<Jurisdiction> law = request.law()
                .flatMap(id -> laws.stream().filter(one -> one.id().equals(id)).findFirst())
                .or(() -> shortest(request, laws));
        Optional<Response> response = law.map(one -> one.responses().get(request.kind()));
        if (response.isEmpty()) {
            return new Reading(Optional.empty(), Optional.empty(), false, false);
        }
        Instant due = due(request, response.get());
        boolean late = ended(request, now).isAfter(due);
        boolean extended = has(request, Move.EXTENDED);
        return new Reading(
                law,
                request.waiting() ? Optional.empty() : Optional.of(due),
                !request.waiting() && late,
                request.law().isPresent()
                        && request.open()
                        && !late
                        && !extended
                        && response.get().extension().isPresent());
    }

    private static Optional<Jurisdiction> shortest(ClientRequest request, Collection<Jurisdiction> laws) {
        record Due(Jurisdiction law, Instant at) {}
        return laws.stream()
                .flatMap(law -> Optional.ofNullable(law.responses().get(request.kind())).stream()
                        .map(response -> new Due(law, due(request, response))))
                .min(Comparator.comparing(Due::at))
                .map(Due::law);
    }

    private static Instant due(ClientRequest request, Response response) {
        Instant due = response.within().after(request.received(), ZONE);
        if (has(request, Move.EXTENDED) && response.extension().isPresent()) {
            due = response.extension().get().after(due, ZONE);
        }
        return due.plus(stood(request));
    }

    private static Duration stood(ClientRequest request) {
        Duration stood = Duration.ZERO;
        Optional<Instant> since = Optional.empty();
        for (RequestStep step : request.steps()) {
            if (step.move() == Move.ASKED) {
                since = Optional.of(step.at());
            } else if (since.isPresent()
                    && (step.move() == Move.CLEARED || step.move().last())) {
                stood = stood.plus(Duration.between(since.get(), step.at()));
                since = Optional.empty();
            }
        }
        return stood;
    }

    private static boolean has(ClientRequest request, Move move) {
        return request.steps().stream().anyMatch(step -> step.move() == move);
    }

    private static Instant ended(ClientRequest request, Instant now) {
        return request.open()
                ? now
                : request.steps().get(request.steps().size() - 1).at();
    }
}
