package confidant.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One typed fact about a client under one purpose.
 *
 * @param kind the tag kind's id in {@code policies/classes.yaml}, for example {@code birthday}
 * @param value canonical text for the kind: {@code 1994-05-03} or {@code --05-03} for dates, a code for regions, digits for counts
 * @param source {@code concierge}, {@code client} or {@code assistant}
 * @param evidence sequence number of the message that says so; 0 where there is none
 */
public record Tag(
        TagId id,
        String kind,
        Personal<String> value,
        String source,
        long evidence,
        Instant since,
        Optional<Instant> until) {}
