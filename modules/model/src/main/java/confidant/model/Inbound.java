package confidant.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One event from a channel after its signature was checked and its form was read.
 *
 * @param eventId the platform's id of this event; the same event always has the same id
 * @param at the platform's time
 * @param text the words; empty for events without words
 * @param replyToken the channel's single-use answer token; a secret with a short life
 */
public record Inbound(
        Address from,
        String eventId,
        Kind kind,
        Instant at,
        Optional<Personal<String>> text,
        Optional<Personal<String>> replyToken) {

    /** What happened. */
    public enum Kind {
        TEXT,
        /** A message without text, such as a sticker or a picture: kept as a minimal record. */
        OTHER_MESSAGE,
        FOLLOW,
        /** The client blocked the account: stop all sends. */
        UNFOLLOW,
        UNSEND,
        /** Anything the channel may add later: a minimal record, answered 200. */
        UNKNOWN
    }
}
