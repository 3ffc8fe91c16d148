package confidant.http;

import java.net.URI;
import java.time.ZoneId;

/**
 * How the house is reached.
 *
 * @param host where to listen; a proxy in the private network is believed in its {@code X-Forwarded-For}
 * @param port 0 for any free one
 * @param publicUrl how browsers see the house, such as {@code https://desk.example.com}; without a path
 * @param secure whether browsers come over TLS: cookies then carry {@code Secure} and the {@code __Host-} prefix
 * @param loops how many event loops serve; at least 1
 * @param houseName what clients are shown
 * @param zone the house's own time zone, in which a concierge's day begins
 */
public record Settings(
        String host, int port, URI publicUrl, boolean secure, int loops, String houseName, ZoneId zone, Limits limits) {

    /**
     * Bounds against floods and mistakes; those of one address count tries per minute, 0 for no bound.
     *
     * @param body bytes of a request body, {@code piece} of one for the library, {@code file} of one with contacts,
     *     {@code hook} of a batch of events
     * @param bodySeconds how long a body may take to arrive
     * @param signIns codes and links tried from one address
     * @param chats web chats opened from one address
     */
    public record Limits(int body, int piece, int file, int hook, int bodySeconds, int signIns, int chats) {
        public static final Limits USUAL = new Limits(64 << 10, 300 << 10, 4 << 20, 1 << 20, 30, 30, 60);
    }

    public Settings {
        if (loops < 1) {
            throw new IllegalArgumentException("at least one event loop must serve");
        }
    }

    /** The public address without a slash at its end. */
    public String base() {
        String url = publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
