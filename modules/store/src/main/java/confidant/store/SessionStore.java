package confidant.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Sessions and one-time codes, by the SHA-256 (hex) of a random token; the token itself is never stored. */
public interface SessionStore {

    /**
     * @param kind {@code concierge}, {@code officer}, {@code chat}, {@code privacy}, or what a one-time code is for
     * @param subject id of the concierge, officer or client
     * @param pool the pool it speaks for; empty for officers
     * @param csrf random text that state-changing requests of this session must carry; of a code, what it is bound to;
     *     empty where not needed
     * @param until when it ends unless it is prolonged
     * @param way how its holder came in: a fixed word such as {@code link}; empty where that does not matter
     * @param opened when it began
     * @param proved when its holder last proved with a passkey that they are there
     */
    record Session(
            String hash,
            String kind,
            String subject,
            String pool,
            String csrf,
            Instant until,
            String way,
            Instant opened,
            Optional<Instant> proved) {

        /** The same session, with another end. */
        public Session until(Instant end) {
            return new Session(hash, kind, subject, pool, csrf, end, way, opened, proved);
        }

        /** The same session, of who its holder is by now. */
        public Session of(String subject, String pool) {
            return new Session(hash, kind, subject, pool, csrf, until, way, opened, proved);
        }

        /** The same session after a passkey was used in it. */
        public Session proved(Instant at) {
            return new Session(hash, kind, subject, pool, csrf, until, way, opened, Optional.of(at));
        }

        @Override
        public String toString() {
            return "(session, " + kind + ")";
        }
    }

    /** Stores a new one; gone by itself after {@code until}. */
    Future<Void> put(Session session);

    /**
     * Puts {@code after} in the place of {@code before}, whose hash it has, if that is still there as it was seen.
     *
     * @return false, with nothing changed, if it was removed, taken or changed meanwhile
     */
    Future<Boolean> change(Session before, Session after);

    Future<Optional<Session>> session(String hash);

    Future<Void> remove(String hash);

    /**
     * Takes a one-time code: only one caller ever gets it.
     *
     * @return empty if it was never there, has expired, or was taken
     */
    Future<Optional<Session>> take(String hash);
}
