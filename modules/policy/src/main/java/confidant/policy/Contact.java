package confidant.policy;

import confidant.model.Channel;
import confidant.model.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Everything the time rules need to say whether a client may be written to now.
 *
 * @param zone the client's own zone
 * @param lastInbound when the client last wrote, for windows of channels
 * @param blocked whether the client has blocked the account
 * @param asked whether this answers something the client has just written (quiet hours do not apply then)
 */
public record Contact(
        Channel channel,
        Purpose purpose,
        ZoneId zone,
        Instant now,
        Optional<Instant> lastInbound,
        boolean blocked,
        boolean asked) {}
