package confidant.core.session;

import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.port.Company;
import confidant.core.port.Company.Recognised;
import confidant.core.session.CompanyRefused.Why;
import confidant.core.session.Sessions.Opened;
import confidant.model.Personal;
import confidant.model.StaffId;
import confidant.store.CompanyStore;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Signing in by the company that staff belong to. The company says who somebody is; whose account it is here its holder said
 * beforehand, with a passkey; what they may be here the rules say, by the account's groups. Each way there is bound to the
 * browser that began it, lives for ten minutes and is come back by once.
 */
public final class CompanyDoor {
    private static final Duration AWAY = Duration.ofMinutes(10);
    private static final String ENTER = "company-enter";
    private static final String CONNECT = "company-connect";
    private static final String DOT = ".";

    private final House house;
    private final CompanyStore store;
    private final Sessions sessions;
    private final Roster roster;
    private final Notes notes;
    private final Optional<Company> company;

    /** @param company empty where staff come in by passkeys and links only; then going to it and coming back are {@code NotFound} */
    public CompanyDoor(House house, Sessions sessions, Notes notes, Optional<Company> company) {
        this.house = house;
        this.store = house.stores().company();
        this.sessions = sessions;
        this.roster = new Roster(house.stores().house());
        this.notes = notes;
        this.company = company;
    }

    /**
     * A way to the company.
     *
     * @param secret for a cookie of the browser that goes there, and for nobody else
     */
    public record Way(URI address, String secret) {}

    /**
     * What a browser came back with.
     *
     * @param secret from its cookie; empty if it has none
     */
    public record Back(String state, Personal<String> code, String secret) {}

    /** What the company is called; empty if staff do not come in by one. */
    public Optional<String> name() {
        return company.map(Company::name);
    }

    private Company known() {
        return company.orElseThrow(() -> new NotFound("sign-in by a company"));
    }

    /** Begins a sign-in of whoever is there. */
    public Future<Way> enter() {
        return begin(ENTER, "", "");
    }

    /** Begins to connect the account of whoever is there with the holder of this session. */
    public Future<Way> connect(Who who) {
        return begin(CONNECT, staff(who).toString(), who.id());
    }

    private static StaffId staff(Who who) {
        return who.staff().orElseThrow(() -> new NotFound("member of staff"));
    }

    private Future<Way> begin(String kind, String subject, String session) {
        Company to = known();
        String secret = Tokens.fresh();
        return sessions.issue(kind, subject, "", bound(secret, session), AWAY)
                .compose(token -> to.address(kind + DOT + token, nonce(secret), verifier(secret)))
                .map(address -> new Way(address, secret));
    }

    private static String bound(String secret, String session) {
        return Tokens.hash(secret + " " + session);
    }

    // Both follow from what the browser alone keeps, as OpenID Connect Core 15.5.2 has it for the nonce: the store
    // holds
    // nothing that a code could be used with, and neither is ever expected twice.
    private static String nonce(String secret) {
        return Tokens.hash("company nonce " + secret);
    }

    private static String verifier(String secret) {
        return Tokens.hash("company verifier " + secret);
    }

    /** Opens a session for the holder of the account that came back; {@link CompanyRefused} if anything is amiss. */
    public Future<Opened> entered(Back back) {
        return recognised(ENTER, "", "", back)
                .compose(recognised -> store.holder(account(recognised))
                        .compose(found -> found.isPresent()
                                ? open(found.get(), recognised.groups())
                                : Future.failedFuture(new CompanyRefused(Why.UNKNOWN))));
    }

    private Future<Opened> open(StaffId holder, List<String> groups) {
        if (!house.policy().parts(groups).contains(holder.part())) {
            return refused(holder, Why.ROLE);
        }
        return roster.member(holder)
                .recover(failure ->
                        Future.failedFuture(failure instanceof NotFound ? new CompanyRefused(Why.UNKNOWN) : failure))
                .compose(member -> notes.staff("signin", holder.actor(), "oidc")
                        .compose(noted -> sessions.open(holder, member.pool(), "company", Optional.empty())));
    }

    /** Connects the account that came back with the holder of this session; {@link CompanyRefused} if anything is amiss. */
    public Future<Void> connected(Who who, Back back) {
        StaffId holder = staff(who);
        return recognised(CONNECT, holder.toString(), who.id(), back)
                .compose(recognised -> house.policy().parts(recognised.groups()).contains(holder.part())
                        ? keep(holder, account(recognised))
                        : refused(holder, Why.ROLE));
    }

    private Future<Void> keep(StaffId holder, String account) {
        return store.accounts(holder)
                .compose(has -> has.isEmpty()
                        ? store.connect(account, holder, house.now())
                                .compose(kept -> kept
                                        ? notes.staff("oidc", holder.actor(), "connected")
                                        : Future.failedFuture(new CompanyRefused(Why.TAKEN)))
                        : Future.failedFuture(new CompanyRefused(has.contains(account) ? Why.TAKEN : Why.CONNECTED)));
    }

    /** Whether an account is connected with the holder of this session. */
    public Future<Boolean> isConnected(Who who) {
        return store.accounts(staff(who)).map(has -> !has.isEmpty());
    }

    /** From now on no account lets this holder in. Repeatable. */
    public Future<Void> disconnect(Who who) {
        StaffId holder = staff(who);
        return store.accounts(holder)
                .compose(has -> has.isEmpty()
                        ? Future.succeededFuture()
                        : Future.all(has.stream()
                                        .map(account -> store.disconnect(holder, account))
                                        .toList())
                                .compose(gone -> notes.staff("oidc", holder.actor(), "disconnected")));
    }

    /** What is asked for is taken first, so that nothing is answered twice, whatever comes of it. */
    private Future<Recognised> recognised(String kind, String subject, String session, Back back) {
        Company from = known();
        String secret = back.secret();
        String begun = kind + DOT;
        // The kind stands before the token, so that a page knows what it came back for.
        String token = back.state().startsWith(begun) ? back.state().substring(begun.length()) : "";
        return sessions.redeem(token, kind, subject, bound(secret, session))
                .compose(ours -> ours
                        ? from.recognise(back.code(), verifier(secret), nonce(secret))
                        : Future.failedFuture(new CompanyRefused(Why.STATE)));
    }

    private String account(Recognised recognised) {
        return house.vault()
                .pseudonym(house.id(), "company", recognised.account().reveal());
    }

    /** A true answer of the company about somebody known: the officer is to see it. */
    private <T> Future<T> refused(StaffId holder, Why why) {
        return notes.staff("oidc", holder.actor(), why.word())
                .compose(noted -> Future.failedFuture(new CompanyRefused(why)));
    }
}
