package confidant.core.session;

import confidant.core.BadRequest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.port.PasskeyClaim;
import confidant.core.session.PasskeyRefused.Why;
import confidant.core.session.Sessions.Opened;
import confidant.model.StaffId;
import confidant.store.PasskeyStore;
import confidant.store.PasskeyStore.Passkey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signing in, and proving that one is there, with passkeys. Every question is a random value that is stored hashed, lives for
 * five minutes and is taken once, by the session it was asked in. What was let in or changed stands in the ledger.
 */
public final class Passkeys {
    /** How many an officer must keep: with one, a lost device would lock them out. */
    public static final int OFFICER_KEEPS = 2;

    private static final Duration QUESTION = Duration.ofMinutes(5);
    private static final Duration AFTER_LINK = Duration.ofMinutes(15);
    private static final int MOST = 20;
    private static final int TRIES = 5;
    private static final String MAKE = "passkey-make";
    private static final String ENTER = "passkey-enter";
    private static final String PROVE = "passkey-prove";

    private final House house;
    private final PasskeyStore store;
    private final Sessions sessions;
    private final Roster roster;
    private final Notes notes;

    public Passkeys(House house, Sessions sessions, Notes notes) {
        this.house = house;
        this.store = house.stores().passkeys();
        this.sessions = sessions;
        this.roster = new Roster(house.stores().house());
        this.notes = notes;
    }

    /**
     * A question to an authenticator.
     *
     * @param holder empty where anybody may answer
     * @param name of the holder, to be shown in the authenticator
     * @param known ids of the passkeys that the holder has
     */
    public record Question(String challenge, Optional<StaffId> holder, String name, List<String> known) {}

    /**
     * Asks for a new passkey; {@link StepUp} unless the holder has just used one, or came by a link just now and had none
     * then. So a link alone adds nothing to somebody who has passkeys.
     */
    public Future<Question> make(Who who) {
        StaffId holder = staff(who);
        return mayMake(who)
                .compose(may -> roster.member(holder))
                .compose(member -> ask(MAKE, who, holder, member.name()));
    }

    private Future<List<Passkey>> mayMake(Who who) {
        Instant now = house.now();
        boolean linked = who.way().equals("link") && now.isBefore(who.opened().plus(AFTER_LINK));
        return store.passkeys(staff(who)).map(all -> {
            boolean first = linked && all.stream().noneMatch(key -> key.made().isBefore(who.opened()));
            if (!first && !who.fresh(now)) {
                throw new StepUp();
            }
            return all;
        });
    }

    private static StaffId staff(Who who) {
        return who.staff().orElseThrow(() -> new NotFound("member of staff"));
    }

    private Future<Question> ask(String kind, Who who, StaffId holder, String name) {
        return store.passkeys(holder)
                .compose(all -> sessions.issue(kind, holder.toString(), "", who.id(), QUESTION)
                        .map(challenge -> new Question(
                                challenge,
                                Optional.of(holder),
                                name,
                                all.stream().map(Passkey::id).toList())));
    }

    /** Keeps the passkey that was made; {@link PasskeyRefused} if it does not verify. */
    public Future<Passkey> made(Who who, String name, PasskeyClaim claim) {
        StaffId holder = staff(who);
        return redeem(claim, MAKE, holder.toString(), who.id())
                .compose(asked -> mayMake(who))
                .compose(all -> all.size() < MOST
                        ? house.worker().run(claim::made)
                        : Future.failedFuture(new BadRequest("there are " + MOST + " passkeys already; remove one")))
                .compose(key -> keep(holder, name, claim.credential(), key));
    }

    private Future<Passkey> keep(StaffId holder, String name, String id, PasskeyClaim.Key key) {
        Passkey passkey = new Passkey(id, key.key(), key.counter(), key.synced(), name, house.now(), Optional.empty());
        return store.add(holder, passkey)
                .compose(added -> added
                        ? notes.staff("passkey", holder.actor(), "made").map(passkey)
                        : Future.failedFuture(new PasskeyRefused(Why.KNOWN)));
    }

    /** Asks whoever is there; nobody is named. */
    public Future<Question> enter() {
        return sessions.issue(ENTER, "", "", "", QUESTION)
                .map(challenge -> new Question(challenge, Optional.empty(), "", List.of()));
    }

    /** Opens a session for the holder of the passkey that was used; {@link PasskeyRefused} if it does not verify. */
    public Future<Opened> entered(PasskeyClaim claim) {
        StaffId holder = claim.holder().orElseThrow(() -> new PasskeyRefused(Why.UNKNOWN));
        return redeem(claim, ENTER, "", "")
                .compose(asked -> verified(holder, claim, TRIES))
                .compose(used -> roster.member(holder))
                .recover(failure ->
                        Future.failedFuture(failure instanceof NotFound ? new PasskeyRefused(Why.UNKNOWN) : failure))
                .compose(member -> notes.staff("signin", holder.actor(), "passkey")
                        .compose(noted -> sessions.open(holder, member.pool(), "passkey", Optional.of(house.now()))));
    }

    /** Asks the holder of a session to prove that they are there. */
    public Future<Question> prove(Who who) {
        return ask(PROVE, who, staff(who), "");
    }

    /** Makes the session fresh; {@link PasskeyRefused} if the passkey is not the holder's or does not verify. */
    public Future<Who> proved(String token, Who who, PasskeyClaim claim) {
        StaffId holder = staff(who);
        if (claim.holder().filter(named -> !named.equals(holder)).isPresent()) {
            throw new PasskeyRefused(Why.UNKNOWN);
        }
        return redeem(claim, PROVE, holder.toString(), who.id())
                .compose(asked -> verified(holder, claim, TRIES))
                .compose(used -> notes.staff("step-up", holder.actor(), "passkey"))
                .compose(noted -> sessions.proved(token, who.kind()))
                .map(now -> now.orElseThrow(() -> new PasskeyRefused(Why.EXPIRED)));
    }

    private Future<Void> redeem(PasskeyClaim claim, String kind, String subject, String bound) {
        return sessions.redeem(claim.challenge(), kind, subject, bound)
                .compose(
                        ours -> ours ? Future.succeededFuture() : Future.failedFuture(new PasskeyRefused(Why.EXPIRED)));
    }

    private Future<Void> verified(StaffId holder, PasskeyClaim claim, int tries) {
        return store.passkey(holder, claim.credential()).compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(new PasskeyRefused(Why.UNKNOWN));
            }
            Passkey known = found.get();
            return house.worker()
                    .run(() -> claim.used(new PasskeyClaim.Key(known.key(), known.counter(), known.synced())))
                    .recover(failure -> refused(holder, failure))
                    .compose(counter -> store.used(holder, known.id(), known.counter(), counter, house.now()))
                    .compose(moved -> moved
                            ? Future.succeededFuture()
                            : tries > 1
                                    ? verified(holder, claim, tries - 1)
                                    : Future.failedFuture(new PasskeyRefused(Why.COUNTER)));
        });
    }

    /** A counter that goes back comes with a true signature: the officer is to see it. */
    private <T> Future<T> refused(StaffId holder, Throwable failure) {
        return failure instanceof PasskeyRefused refused && refused.why() == Why.COUNTER
                ? notes.staff("passkey", holder.actor(), "counter").transform(noted -> Future.failedFuture(failure))
                : Future.failedFuture(failure);
    }

    public Future<List<Passkey>> list(Who who) {
        return store.passkeys(staff(who));
    }

    /** {@code NotFound} if it is none of the holder's. */
    public Future<Void> rename(Who who, String id, String name) {
        return store.rename(staff(who), id, name).map(renamed -> {
            if (!renamed) {
                throw new NotFound("passkey");
            }
            return null;
        });
    }

    /** Removes one; an officer keeps two, anybody else one. {@code NotFound} if it is none of the holder's. */
    public Future<Void> remove(Who who, String id) {
        StaffId holder = staff(who);
        int least = holder.part() == StaffId.Part.OFFICER ? OFFICER_KEEPS : 1;
        return store.remove(holder, id, least).compose(removal -> switch (removal) {
            case REMOVED -> notes.staff("passkey", holder.actor(), "removed");
            case ABSENT -> Future.failedFuture(new NotFound("passkey"));
            case NEEDED -> Future.failedFuture(new BadRequest("make another passkey before you remove this one"));
        });
    }
}
