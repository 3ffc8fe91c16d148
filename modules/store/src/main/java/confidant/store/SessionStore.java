package confidant.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Sessions and one-time codes, by the SHA-256 (hex) of a random token; the token itself is never stored. */
public interface SessionStore {

    /**
     * @param kind {@code concierge}, {@code officer}, {@code chat}, {@code privacy} or {@code signin}
     * @param subject id of the concierge, officer or client
     * @param pool the pool it speaks for; empty for officers
     * @param csrf random text that state-changing requests of this session must carry; empty where not needed
     */
    record Session(String hash, String kind, String subject, String pool, String csrf, Instant until) {}

    /** Stores or prolongs; gone by itself after {@code until}. */
    Future<Void> put(Session session);

    Future<Optional<Session>> session(String hash);

    Future<Void> remove(String hash);

    /**
     * Takes a one-time code: only one caller ever gets it.
     *
     * @return empty if it was never there, has expired, or was taken
     */
    Future<Optional<Session>> take(String hash);
}
