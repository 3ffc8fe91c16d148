package confidant.channel.line;

import confidant.core.port.Courier.Outcome;
import java.time.Duration;
import java.util.Locale;

/**
 * What the platform said to one call, and what that means. {@code retryAfter} is empty when the header was absent.
 */
record LineAnswer(int status, String body, String retryAfter) {
    /** No connection was had, so nothing was written. */
    static final LineAnswer NEVER_LEFT = new LineAnswer(-1, "", "");

    /** Something was written and no answer came. */
    static final LineAnswer NONE = new LineAnswer(0, "", "");

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Whether the platform surely did not take a reply and a push might be taken: the token is used, old or unknown. */
    boolean asksForPush() {
        // Any 400 says that nothing was taken, so a push cannot double it; if the words are at fault, the push says so.
        return status == 400;
    }

    Outcome ofReply() {
        return outcome(false);
    }

    /** 409 says that an earlier try under the same key was taken. */
    Outcome ofPush() {
        return status == 409 ? new Outcome.Sent() : outcome(true);
    }

    private Outcome outcome(boolean keyed) {
        if (status >= 200 && status < 300) {
            return new Outcome.Sent();
        }
        return switch (status) {
            case -1 -> new Outcome.Later(PAUSE, "unreachable");
            case 400 -> new Outcome.Refused(says("failed to send messages") ? "gone" : "bad-request");
            case 401, 403 -> new Outcome.Refused("unauthorised");
            case 404, 410 -> new Outcome.Refused("gone");
            case 405, 413, 415 -> new Outcome.Refused("bad-request");
            case 429 -> tooMany();
            default -> new Outcome.Unknown(keyed);
        };
    }

    // One status for two things: only the words tell a busy minute from a month that is used up.
    private Outcome tooMany() {
        return says("monthly limit") || says("quota")
                ? new Outcome.Refused("quota")
                : new Outcome.Later(pause(), "rate");
    }

    // The platform's error words are in its documents, not in its machine-readable contract.
    private boolean says(String words) {
        return body.toLowerCase(Locale.ROOT).contains(words);
    }

    /** How long the platform asks to wait, an hour at most. */
    Duration pause() {
        if (!retryAfter.matches("[0-9]{1,6}")) {
            return PAUSE;
        }
        var asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }
}
