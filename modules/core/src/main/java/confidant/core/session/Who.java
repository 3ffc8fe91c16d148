package confidant.core.session;

import confidant.core.Desk;
import confidant.core.Guest;
import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.PoolId;
import confidant.model.StaffId;
import confidant.store.SessionStore.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who a session speaks for; exactly one of desk, officer, manager and guest is present.
 *
 * @param id names the session without being good for entering it
 * @param way how they came in: {@code link}, {@code passkey} or {@code company}; empty for clients
 * @param proved when they last proved with a passkey that they are there
 */
public record Who(
        String id,
        Optional<Desk> desk,
        Optional<OfficerId> officer,
        Optional<ManagerId> manager,
        Optional<Guest> guest,
        String kind,
        String csrf,
        String way,
        Instant opened,
        Optional<Instant> proved) {

    /** How long a proof counts as fresh. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    static Who of(Session s) {
        return new Who(
                s.hash(),
                s.kind().equals("concierge")
                        ? Optional.of(new Desk(ConciergeId.parse(s.subject()), PoolId.parse(s.pool())))
                        : Optional.empty(),
                s.kind().equals("officer") ? Optional.of(OfficerId.parse(s.subject())) : Optional.empty(),
                s.kind().equals("manager") ? Optional.of(ManagerId.parse(s.subject())) : Optional.empty(),
                s.kind().equals("chat") || s.kind().equals("privacy")
                        ? Optional.of(new Guest(PoolId.parse(s.pool()), ClientId.parse(s.subject())))
                        : Optional.empty(),
                s.kind(),
                s.csrf(),
                s.way(),
                s.opened(),
                s.proved());
    }

    /** Present for staff. */
    public Optional<StaffId> staff() {
        return desk.map(Desk::concierge)
                .map(StaffId::of)
                .or(() -> officer.map(StaffId::of))
                .or(() -> manager.map(StaffId::of));
    }

    /** Whether they have proved so lately that they may do what asks for it. */
    public boolean fresh(Instant now) {
        return freshUntil().filter(now::isBefore).isPresent();
    }

    /** Until when the last proof counts; empty where there was none. */
    public Optional<Instant> freshUntil() {
        return proved.map(at -> at.plus(FRESH));
    }

    @Override
    public String toString() {
        return "(who, " + kind + ")";
    }
}
