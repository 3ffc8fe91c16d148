package confidant.policy;

import java.time.Duration;

/**
 * What {@code policies/purposes.yaml} says of asking for consent.
 *
 * @param coolDown how long the house does not ask again after a no, or after a yes has ended
 * @param reminder how long before its end a client is told that a consent is about to end
 * @param grace how long after its end a consent can still be renewed; until then what rests on it is kept, and not opened
 */
public record Asking(Duration coolDown, Duration reminder, Duration grace) {}
