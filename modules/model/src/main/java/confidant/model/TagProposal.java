package confidant.model;

import java.time.Instant;

/**
 * What the assistant believes to have read in a dialogue; not a tag until a person accepts it.
 *
 * @param confidence 0 to 1
 * @param evidence sequence number of the message it was read in
 */
public record TagProposal(
        TagId id,
        String kind,
        Personal<String> value,
        Purpose purpose,
        double confidence,
        long evidence,
        Instant at,
        Instant expires) {}
