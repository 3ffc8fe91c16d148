package confidant.core.port;

import confidant.model.Channel;
import confidant.model.Inbound;
import java.util.List;
import java.util.function.Function;

/**
 * The way in from one channel: checks the signature over the raw bytes, then reads. Pure and thread-safe; never stores.
 */
public interface Doorway {

    Channel channel();

    /**
     * @param account the account in the hook's address
     * @param header looks a request header up by its case-insensitive name; returns an empty string when absent
     * @param body the raw bytes as received
     */
    Knock read(String account, Function<String, String> header, byte[] body);

    /** What came to the door. */
    sealed interface Knock {
        /** Genuine; possibly no event at all, which is a ping. */
        record Events(List<Inbound> events) implements Knock {
            public Events {
                events = List.copyOf(events);
            }
        }

        /** Signature missing, truncated or wrong: answer 401, parse nothing. */
        record Forged() implements Knock {}

        /** Genuine but unreadable: answer 400. */
        record Malformed(String problem) implements Knock {}

        /** No such account: answer 404. */
        record UnknownAccount() implements Knock {}
    }
}
