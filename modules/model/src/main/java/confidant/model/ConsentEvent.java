package confidant.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One step in the history of one (client, purpose). Immutable once stored; the history is the truth and a state is
 * computed from it (fields after ISO/IEC TS 27560).
 *
 * @param seq 1 for the first step of this (client, purpose), then rising by one
 * @param by who expressed it
 * @param method how, a fixed word such as {@code webchat-notice}, {@code privacy-page}, {@code keyword}
 * @param noticeHash SHA-256 (hex) of the exact notice text shown; empty where none was
 * @param evidence the message that proves it, if there is one
 * @param byWhom pseudonym of the concierge, officer or guardian who expressed it; empty for the client and for programs
 * @param reason why, a fixed word that officers choose from; empty where none is asked for
 */
public record ConsentEvent(
        ClientId client,
        Purpose purpose,
        long seq,
        ConsentStatus status,
        Instant at,
        Optional<Instant> until,
        Expressed by,
        String method,
        String noticeHash,
        Optional<MessageId> evidence,
        String byWhom,
        String reason) {

    /** A step that says nothing of who in particular, and gives no reason. */
    public ConsentEvent(
            ClientId client,
            Purpose purpose,
            long seq,
            ConsentStatus status,
            Instant at,
            Optional<Instant> until,
            Expressed by,
            String method,
            String noticeHash,
            Optional<MessageId> evidence) {
        this(client, purpose, seq, status, at, until, by, method, noticeHash, evidence, "", "");
    }

    /** Who expressed a step. */
    public enum Expressed {
        CLIENT,
        GUARDIAN,
        CONCIERGE,
        ASSISTANT,
        OFFICER,
        SCHEDULER,
        /** The house itself, when it takes over contacts from elsewhere. */
        HOUSE
    }

    /** The status at {@code now}: a given consent past its end counts as expired. */
    public ConsentStatus statusAt(Instant now) {
        return status.at(now, until);
    }
}
