package confidant.core.session;

import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.audit.Notes;
import confidant.core.people.Succession;
import confidant.model.ClientId;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.model.StaffId;
import confidant.store.ConversationStore.Ref;
import confidant.store.SessionStore;
import confidant.store.SessionStore.Session;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opaque sessions: a random 256-bit token goes to the browser, its hash is stored. Staff come in by a passkey, a one-time
 * link or their company; clients get a chat session when they open a chat and a privacy session from a link in their chat.
 *
 * <p>A session of staff ends {@link #IDLE} after it was last used (a use is written down once in {@link #STEP}, so it may end
 * that much earlier), and {@link #STAFF} after it began whatever happens. What has ended never comes back.
 */
public final class Sessions {
    public static final Duration IDLE = Duration.ofMinutes(15);
    public static final Duration STAFF = Duration.ofHours(12);
    static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration CHAT = Duration.ofDays(90);
    private static final Duration PRIVACY = Duration.ofMinutes(30);
    private static final int TRIES = 5;
    private static final String VOUCH = "vouch";

    private final SessionStore store;
    private final Clock clock;
    private final Notes notes;
    private final Succession succession;
    private final Seats seats;

    /** @param succession tells who a client is by now: what they hold leads them to their next concierge */
    public Sessions(SessionStore store, Clock clock, Notes notes, Succession succession) {
        this.store = store;
        this.clock = clock;
        this.notes = notes;
        this.succession = succession;
        this.seats = new Seats(store);
    }

    /** A fresh session: {@code token} for the cookie, {@code csrf} for the header of state-changing requests. */
    public record Opened(String token, String csrf, Who who) {
        @Override
        public String toString() {
            return "(session)";
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

    public Future<String> code(ManagerId manager, Duration good) {
        return issue("signin-manager", manager.toString(), "", "", good);
    }

    /** A token for the privacy page of one client, good for several openings until it expires. */
    public Future<String> privacyToken(Guest guest, Duration good) {
        return issue("privacy-link", guest.client().toString(), guest.pool().toString(), "", good);
    }

    /** Keeps the word of an officer for somebody, under no name that a browser could send. */
    Future<Void> vouch(StaffId holder, StaffId voucher, Duration good) {
        Instant now = now();
        return store.put(new Session(
                word(holder, voucher), VOUCH, holder.toString(), "", "", now.plus(good), "", now, Optional.empty()));
    }

    Future<Boolean> vouched(StaffId holder, StaffId voucher) {
        return store.session(word(holder, voucher))
                .map(found -> found.filter(s -> s.kind().equals(VOUCH)).isPresent());
    }

    Future<Void> forget(StaffId holder, StaffId voucher) {
        return store.remove(word(holder, voucher));
    }

    private static String word(StaffId holder, StaffId voucher) {
        return Tokens.hash(VOUCH + " " + holder + " " + voucher);
    }

    /** Takes a one-time code of staff; empty if unknown, used or expired. */
    public Future<Optional<Opened>> signIn(String code) {
        return store.session(Tokens.hash(code)).compose(found -> {
            if (found.filter(s -> s.kind().startsWith("signin-")).isEmpty()) {
                return Future.succeededFuture(Optional.<Opened>empty());
            }
            return store.take(Tokens.hash(code))
                    .compose(taken -> taken.isEmpty()
                            ? Future.succeededFuture(Optional.<Opened>empty())
                            : link(taken.get()).map(Optional::of));
        });
    }

    private Future<Opened> link(Session code) {
        String kind = code.kind().substring("signin-".length());
        return open(kind, code.subject(), code.pool(), IDLE, "link", Optional.empty())
                .compose(opened -> staff("signin", opened.who(), "link").map(opened));
    }

    /** Opens a session of staff who were recognised otherwise than by a code; {@code pool} for a concierge. */
    Future<Opened> open(StaffId staff, Optional<PoolId> pool, String way, Optional<Instant> proved) {
        return open(
                staff.part().word(),
                staff.value().toString(),
                pool.map(PoolId::toString).orElse(""),
                IDLE,
                way,
                proved);
    }

    /** Exchanges a privacy token for a session of kind {@code privacy}; empty if unknown or expired. */
    public Future<Optional<Opened>> privacy(String token) {
        return store.session(Tokens.hash(token))
                .compose(found -> found.filter(s -> s.kind().equals("privacy-link"))
                        .map(s -> now(s).compose(
                                        n -> open("privacy", n.subject(), n.pool(), PRIVACY, "", Optional.empty()))
                                .map(Optional::of))
                        .orElse(Future.succeededFuture(Optional.empty())));
    }

    public Future<Opened> chat(Guest guest) {
        return open("chat", guest.client().toString(), guest.pool().toString(), CHAT, "", Optional.empty());
    }

    /** The session of a cookie, if it is of {@code kind} ({@code concierge}, {@code officer}, {@code manager}, {@code chat}, {@code privacy}). */
    public Future<Optional<Who>> find(String token, String kind) {
        return living(token, kind).map(found -> found.map(Who::of));
    }

    /** As {@link #find}, for a request behind which there is a person: the session lives on from now. */
    public Future<Optional<Who>> attend(String token, String kind) {
        return living(token, kind).map(found -> {
            found.ifPresent(this::prolong);
            return found.map(Who::of);
        });
    }

    private Future<Optional<Session>> living(String token, String kind) {
        return store.session(Tokens.hash(token))
                .map(found -> {
                    Optional<Session> living = found.filter(
                            s -> s.kind().equals(kind) && clock.instant().isBefore(s.until()));
                    living.ifPresent(this::seat);
                    return living;
                })
                .compose(found -> found.filter(s -> Who.of(s).guest().isPresent())
                        .map(s -> now(s).map(Optional::of))
                        .orElseGet(() -> Future.succeededFuture(found)));
    }

    private Future<Session> now(Session session) {
        Ref ref = new Ref(PoolId.parse(session.pool()), ClientId.parse(session.subject()));
        return succession
                .now(ref)
                .map(now -> session.of(now.client().toString(), now.pool().toString()));
    }

    private void seat(Session session) {
        Who.of(session).desk().ifPresent(desk -> seats.taken(desk, session.hash()));
    }

    // Nobody waits for it: a use that is not written down is made good by the next.
    private void prolong(Session session) {
        Instant end = end(session);
        if (Who.of(session).staff().isPresent() && end.minus(STEP).isAfter(session.until())) {
            store.change(session, session.until(end));
        }
    }

    private Instant end(Session session) {
        Instant idle = now().plus(IDLE);
        Instant last = session.opened().plus(STAFF);
        return idle.isBefore(last) ? idle : last;
    }

    /** Notes that the holder of this session has just used a passkey; empty if it has ended meanwhile. */
    Future<Optional<Who>> proved(String token, String kind) {
        return proved(token, kind, TRIES);
    }

    private Future<Optional<Who>> proved(String token, String kind, int tries) {
        return living(token, kind).compose(found -> {
            if (found.isEmpty() || tries == 0) {
                return Future.succeededFuture(Optional.empty());
            }
            Session after = found.get().until(end(found.get())).proved(now());
            return store.change(found.get(), after)
                    .compose(changed -> changed
                            ? Future.succeededFuture(Optional.of(Who.of(after)))
                            : proved(token, kind, tries - 1));
        });
    }

    /** Ends the session of staff that {@code who} was read from. */
    public Future<Void> close(String token, Who who) {
        return store.remove(Tokens.hash(token)).compose(removed -> staff("signout", who, "asked"));
    }

    private Future<Void> staff(String event, Who who, String why) {
        return who.staff().map(staff -> notes.staff(event, staff.actor(), why)).orElse(Future.succeededFuture());
    }

    /** Gets the desk of each pool over which no session lives any more; to be registered once, by whoever locks pools. */
    public void onLeft(Consumer<Desk> listener) {
        seats.onLeft(listener);
    }

    /** Looks for pools that were left. @return how many */
    public Future<Integer> sweep() {
        return seats.sweep();
    }

    private Future<Opened> open(
            String kind, String subject, String pool, Duration good, String way, Optional<Instant> proved) {
        String csrf = Tokens.fresh();
        String token = Tokens.fresh();
        Instant now = now();
        Session session = new Session(Tokens.hash(token), kind, subject, pool, csrf, now.plus(good), way, now, proved);
        return store.put(session).map(put -> {
            seat(session);
            return new Opened(token, csrf, Who.of(session));
        });
    }

    /** A one-time value of {@code kind}; the store keeps its hash. */
    Future<String> issue(String kind, String subject, String pool, String bound, Duration good) {
        String token = Tokens.fresh();
        Instant now = now();
        return store.put(new Session(
                        Tokens.hash(token), kind, subject, pool, bound, now.plus(good), "", now, Optional.empty()))
                .map(token);
    }

    /** Takes a one-time value if it is of this kind, subject and binding; empty otherwise, and then it is spent all the same. */
    Future<Boolean> redeem(String token, String kind, String subject, String bound) {
        return store.take(Tokens.hash(token))
                .map(taken -> taken.filter(s -> s.kind().equals(kind)
                                && s.subject().equals(subject)
                                && s.csrf().equals(bound))
                        .isPresent());
    }

    private Instant now() {
        // Milliseconds are what the store keeps.
        return Instant.ofEpochMilli(clock.millis());
    }
}
