package confidant.core.session;

import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.model.ConciergeId;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.StaffId;
import confidant.store.PasskeyStore;
import confidant.store.PasskeyStore.Passkey;
import confidant.store.PasskeyStore.Removal;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets somebody in again who lost their passkeys. Two officers must vouch for them within a day, neither for themselves. With
 * the second word the lost passkeys let nobody in any more, and that officer is handed a one-time link to pass on. Every step
 * stands in the ledger.
 */
public final class Recovery {
    /** How many officers it takes. */
    public static final int NEEDED = 2;

    private static final Duration WORD = Duration.ofHours(24);
    private static final Duration LINK = Duration.ofHours(1);

    private final PasskeyStore passkeys;
    private final Sessions sessions;
    private final Roster roster;
    private final Notes notes;

    public Recovery(House house, Sessions sessions, Notes notes) {
        this.passkeys = house.stores().passkeys();
        this.sessions = sessions;
        this.roster = new Roster(house.stores().house());
        this.notes = notes;
    }

    /**
     * Somebody who works here.
     *
     * @param passkeys how many they have
     * @param vouched how many officers have vouched for them in the last day
     */
    public record Colleague(StaffId id, String name, int passkeys, int vouched) {}

    /**
     * What a word for somebody brought.
     *
     * @param vouched how many have vouched now
     * @param code of a one-time link for them, once enough have
     */
    public record Word(int vouched, Optional<String> code) {
        @Override
        public String toString() {
            return "(word)";
        }
    }

    /** Everybody who works here, by name. */
    public Future<List<Colleague>> colleagues() {
        return roster.all().compose(all -> {
            Future<List<Colleague>> known = Future.succeededFuture(new ArrayList<>());
            for (Roster.Member member : all) {
                known = known.compose(before -> colleague(member).map(one -> {
                    before.add(one);
                    return before;
                }));
            }
            return known;
        });
    }

    private Future<Colleague> colleague(Roster.Member member) {
        return passkeys.passkeys(member.id())
                .compose(keys -> words(member.id())
                        .map(words -> new Colleague(member.id(), member.name(), keys.size(), words.size())));
    }

    /** The officers whose word for {@code holder} is still good. */
    private Future<List<StaffId>> words(StaffId holder) {
        return roster.officers().compose(officers -> {
            Future<List<StaffId>> given = Future.succeededFuture(new ArrayList<>());
            for (StaffId officer : officers) {
                given = given.compose(before -> sessions.vouched(holder, officer)
                        .map(vouched -> {
                            if (vouched && !officer.equals(holder)) {
                                before.add(officer);
                            }
                            return before;
                        }));
            }
            return given;
        });
    }

    /** An officer, who has just used a passkey, says that this is somebody they know and that the passkeys are lost. */
    public Future<Word> vouch(OfficerId officer, StaffId holder) {
        StaffId voucher = StaffId.of(officer);
        if (voucher.equals(holder)) {
            return Future.failedFuture(new BadRequest("nobody vouches for themselves; ask two other officers"));
        }
        return roster.member(holder)
                .compose(member -> passkeys.passkeys(holder)
                        .compose(keys -> keys.isEmpty()
                                ? Future.failedFuture(
                                        new BadRequest("there is no passkey; a one-time link lets them in"))
                                : notes.staff("recovery", voucher.actor(), "vouched/" + holder)
                                        .compose(noted -> sessions.vouch(holder, voucher, WORD))
                                        .compose(done -> words(holder))
                                        .compose(words -> words.size() < NEEDED
                                                ? Future.succeededFuture(new Word(words.size(), Optional.empty()))
                                                : letIn(member, keys, words))));
    }

    // In this order: whatever is cut short leaves nothing lost alive, and the operator's link as the way in.
    private Future<Word> letIn(Roster.Member member, List<Passkey> keys, List<StaffId> words) {
        Future<Void> gone = Future.succeededFuture();
        for (Passkey key : keys) {
            gone = gone.compose(
                    done -> passkeys.remove(member.id(), key.id(), 0).map((Removal any) -> null));
        }
        for (StaffId voucher : words) {
            gone = gone.compose(done -> sessions.forget(member.id(), voucher));
        }
        return gone.compose(done -> notes.staff("recovery", member.id().actor(), "passkeys-removed"))
                .compose(noted -> code(member))
                .map(code -> new Word(words.size(), Optional.of(code)));
    }

    private Future<String> code(Roster.Member member) {
        UUID id = member.id().value();
        return member.pool()
                .map(pool -> sessions.code(new Desk(new ConciergeId(id), pool), LINK))
                .orElseGet(() -> member.id().part() == StaffId.Part.MANAGER
                        ? sessions.code(new ManagerId(id), LINK)
                        : sessions.code(new OfficerId(id), LINK));
    }
}
