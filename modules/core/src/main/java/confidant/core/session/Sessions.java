package confidant.core.session;

import confidant.core.Desk;
import confidant.core.Guest;
import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.store.SessionStore;
import confidant.store.SessionStore.Session;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Opaque sessions: a random 256-bit token goes to the browser, its hash is stored. Staff sign in with a one-time code;
 * clients get a chat session when they open a chat and a privacy session from a link in their chat.
 */
public final class Sessions {
    private static final Duration STAFF = Duration.ofHours(12);
    private static final Duration CHAT = Duration.ofDays(90);
    private static final Duration PRIVACY = Duration.ofMinutes(30);

    private final SessionStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A fresh session: {@code token} for the cookie, {@code csrf} for the header of state-changing requests. */
    public record Opened(String token, String csrf, Who who) {
        @Override
        public String toString() {
            return "(session)";
        }
    }

    /** Who a session speaks for; exactly one of the three is present. */
    public record Who(
            Optional<Desk> desk, Optional<OfficerId> officer, Optional<Guest> guest, String kind, String csrf) {
        @Override
        public String toString() {
            return "(who, " + kind + ")";
        }
    }

    /** A code for a one-time link, good for {@code good}. */
    public Future<String> code(Desk desk, Duration good) {
        return issue(
                "signin-concierge", desk.concierge().toString(), desk.pool().toString(), "", good);
    }

    public Future<String> code(OfficerId officer, Duration good) {
        return issue("signin-officer", officer.toString(), "", "", good);
    }

    /** A token for the privacy page of one client, good for several openings until it expires. */
    public Future<String> privacyToken(Guest guest, Duration good) {
        return issue("privacy-link", guest.client().toString(), guest.pool().toString(), "", good);
    }

    /** Takes a one-time code of staff; empty if unknown, used or expired. */
    public Future<Optional<Opened>> signIn(String code) {
        return store.session(hash(code)).compose(found -> {
            if (found.filter(s -> s.kind().startsWith("signin-")).isEmpty()) {
                return Future.succeededFuture(Optional.<Opened>empty());
            }
            return store.take(hash(code))
                    .compose(taken -> taken.isEmpty()
                            ? Future.succeededFuture(Optional.<Opened>empty())
                            : open(taken.get().kind().substring("signin-".length()), taken.get(), STAFF)
                                    .map(Optional::of));
        });
    }

    /** Exchanges a privacy token for a session of kind {@code privacy}; empty if unknown or expired. */
    public Future<Optional<Opened>> privacy(String token) {
        return store.session(hash(token))
                .compose(found ->
                        found.filter(s -> s.kind().equals("privacy-link")).isEmpty()
                                ? Future.succeededFuture(Optional.<Opened>empty())
                                : open("privacy", found.get(), PRIVACY).map(Optional::of));
    }

    public Future<Opened> chat(Guest guest) {
        Session like =
                new Session("", "", guest.client().toString(), guest.pool().toString(), "", clock.instant());
        return open("chat", like, CHAT);
    }

    /** The session of a cookie, if it is of {@code kind} ({@code concierge}, {@code officer}, {@code chat}, {@code privacy}). */
    public Future<Optional<Who>> find(String token, String kind) {
        return store.session(hash(token))
                .map(found -> found.filter(
                                s -> s.kind().equals(kind) && clock.instant().isBefore(s.until()))
                        .map(Sessions::who));
    }

    public Future<Void> close(String token) {
        return store.remove(hash(token));
    }

    private Future<Opened> open(String kind, Session from, Duration good) {
        String csrf = token();
        String token = token();
        Session session = new Session(
                hash(token),
                kind,
                from.subject(),
                from.pool(),
                csrf,
                clock.instant().plus(good));
        return store.put(session).map(new Opened(token, csrf, who(session)));
    }

    private Future<String> issue(String kind, String subject, String pool, String csrf, Duration good) {
        String token = token();
        return store.put(new Session(
                        hash(token), kind, subject, pool, csrf, clock.instant().plus(good)))
                .map(token);
    }

    private static Who who(Session s) {
        Optional<Desk> desk = s.kind().equals("concierge")
                ? Optional.of(new Desk(ConciergeId.parse(s.subject()), PoolId.parse(s.pool())))
                : Optional.empty();
        Optional<OfficerId> officer =
                s.kind().equals("officer") ? Optional.of(OfficerId.parse(s.subject())) : Optional.empty();
        Optional<Guest> guest = s.kind().equals("chat") || s.kind().equals("privacy")
                ? Optional.of(new Guest(PoolId.parse(s.pool()), ClientId.parse(s.subject())))
                : Optional.empty();
        return new Who(desk, officer, guest, s.kind(), s.csrf());
    }

    private String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
