package confidant.bench.replay;

import java.time.Duration;

/**
 * How dialogues are sent.
 *
 * @param channel {@code line} or {@code web}
 * @param clients how many dialogues go on at once
 * @param rate messages a second that clients begin to send, all together; 0 for no limit
 * @param redeliver share of the client's messages, 0 to 1, that are posted once more after they were acknowledged
 * @param line what signs webhooks; unused for the web chat
 * @param patience for how long one message is posted again while the server is away
 */
public record Plan(Channel channel, int clients, double rate, double redeliver, LineAccount line, Duration patience) {

    /** Where clients write. */
    public enum Channel {
        LINE,
        WEB
    }

    /** An account of the house in LINE: its name in hooks and its secret. */
    public record LineAccount(String key, String secret) {
        public static final LineAccount NONE = new LineAccount("", "");

        /** Not the secret. */
        @Override
        public String toString() {
            return "LineAccount[" + key + "]";
        }
    }

    public Plan {
        if (clients < 1) {
            throw new IllegalArgumentException("at least one client must write");
        }
        if (redeliver < 0 || redeliver > 1) {
            throw new IllegalArgumentException("the share of redeliveries is between 0 and 1");
        }
    }

    /** Eight clients at once, no limit of the rate, one message in twenty posted twice. */
    public static Plan web() {
        return new Plan(Channel.WEB, 8, 0, 0.05, LineAccount.NONE, Duration.ofSeconds(60));
    }

    /** As {@link #web()}, over LINE. */
    public static Plan line(String account, String secret) {
        return new Plan(Channel.LINE, 8, 0, 0.05, new LineAccount(account, secret), Duration.ofSeconds(60));
    }
}
