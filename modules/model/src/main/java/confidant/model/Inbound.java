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
 * @param media of {@link Kind#OTHER_MESSAGE} only
 */
public record Inbound(
        Address from,
        String eventId,
        Kind kind,
        Instant at,
        Optional<Personal<String>> text,
        Optional<Personal<String>> replyToken,
        Optional<Media> media) {

    /** An event without a picture or file. */
    public Inbound(
            Address from,
            String eventId,
            Kind kind,
            Instant at,
            Optional<Personal<String>> text,
            Optional<Personal<String>> replyToken) {
        this(from, eventId, kind, at, text, replyToken, Optional.empty());
    }

    /**
     * A picture or file that the platform keeps for a while.
     *
     * @param content what it can be fetched by; not personal
     * @param name empty where the sender's program gave none
     */
    public record Media(String content, Optional<Personal<String>> name) {}

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
