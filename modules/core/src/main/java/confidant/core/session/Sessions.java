package confidant.core.session;

import confidant.core.Desk;
import confidant.core.Guest;
import confidant.model.OfficerId;
import confidant.store.SessionStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Opaque sessions: a random 256-bit token goes to the browser, its hash is stored. Staff sign in with a one-time code;
 * clients get a chat session when they open a chat and a privacy session from a link in their chat.
 */
public final class Sessions {
    public Sessions(SessionStore store, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** A fresh session: {@code token} for the cookie, {@code csrf} for the header of state-changing requests. */
    public record Opened(String token, String csrf, Who who) {}

    /** Who a session speaks for; exactly one of the three is present. */
    public record Who(
            Optional<Desk> desk, Optional<OfficerId> officer, Optional<Guest> guest, String kind, String csrf) {}

    /** A code for a one-time link, good for {@code good}. */
    public Future<String> code(Desk desk, Duration good) {
        throw new UnsupportedOperationException();
    }

    public Future<String> code(OfficerId officer, Duration good) {
        throw new UnsupportedOperationException();
    }

    /** A token for the privacy page of one client, good for several openings until it expires. */
    public Future<String> privacyToken(Guest guest, Duration good) {
        throw new UnsupportedOperationException();
    }

    /** Takes a one-time code of staff; empty if unknown, used or expired. */
    public Future<Optional<Opened>> signIn(String code) {
        throw new UnsupportedOperationException();
    }

    /** Exchanges a privacy token for a session of kind {@code privacy}; empty if unknown or expired. */
    public Future<Optional<Opened>> privacy(String token) {
        throw new UnsupportedOperationException();
    }

    public Future<Opened> chat(Guest guest) {
        throw new UnsupportedOperationException();
    }

    /** The session of a cookie, if it is of {@code kind} ({@code concierge}, {@code officer}, {@code chat}, {@code privacy}). */
    public Future<Optional<Who>> find(String token, String kind) {
        throw new UnsupportedOperationException();
    }

    public Future<Void> close(String token) {
        throw new UnsupportedOperationException();
    }
}
