package confidant.core.consent;

import static confidant.model.ConsentStatus.DEFERRED;
import static confidant.model.ConsentStatus.EXPIRED;
import static confidant.model.ConsentStatus.GIVEN;
import static confidant.model.ConsentStatus.INVALIDATED;
import static confidant.model.ConsentStatus.PENDING;
import static confidant.model.ConsentStatus.REFUSED;
import static confidant.model.ConsentStatus.RENEWED;
import static confidant.model.ConsentStatus.REQUESTED;
import static confidant.model.ConsentStatus.REVOKED;
import static confidant.model.ConsentStatus.UNKNOWN;
import static confidant.model.ConsentStatus.WITHDRAWN;

import confidant.core.consent.ConsentBook.Standing;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.policy.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with a consent, and what it becomes: the one place that says so. Pure. Only a client, or their guardian,
 * ever makes a consent valid; anybody may be refused anything but a no.
 */
public final class ConsentRules {
    private static final Map<Expressed, Set<Step>> THEIRS = Map.of(
            Expressed.CLIENT, Set.of(Step.GIVE, Step.RENEW, Step.REFUSE, Step.DEFER, Step.WITHDRAW),
            Expressed.GUARDIAN, Set.of(Step.GIVE, Step.RENEW, Step.REFUSE, Step.DEFER, Step.WITHDRAW),
            Expressed.CONCIERGE, Set.of(Step.REQUEST, Step.NOTE_YES, Step.WITHDRAW),
            Expressed.ASSISTANT, Set.of(Step.REQUEST),
            Expressed.OFFICER, Set.of(Step.REVOKE, Step.INVALIDATE, Step.ASK_ANEW),
            Expressed.SCHEDULER, Set.of(Step.EXPIRE),
            Expressed.HOUSE, Set.of(Step.IMPORT));

    private ConsentRules() {}

    /** What somebody wants to do. */
    public enum Step {
        /** Ask the client. */
        REQUEST,
        /** Note a yes that was said aloud; it counts once the client confirms it in their channel. */
        NOTE_YES,
        /** Say yes; after {@link #NOTE_YES}, confirm it. */
        GIVE,
        /** Say yes again while the old yes can still be continued. */
        RENEW,
        /** Say no. */
        REFUSE,
        /** Leave it open. */
        DEFER,
        /** Take a yes back; where there is none, the same as saying no. */
        WITHDRAW,
        /** Write down that the time of a yes is over. */
        EXPIRE,
        /** End a yes for a reason that is not the client's. */
        REVOKE,
        /** Find that a yes was never a proper one. */
        INVALIDATE,
        /** The notice has changed in a way that needs a new yes. */
        ASK_ANEW,
        /** Take over a contact of whom nothing is known. */
        IMPORT
    }

    /**
     * What the rules need to know of a consent.
     *
     * @param live whether the latest yes, valid or not, may still be continued: nothing has ended it for good
     * @param rested whether the pause after the latest step is over, so that the house may ask again
     * @param over whether the time of the latest yes is over, and the grace after it
     */
    public record Situation(ConsentStatus status, boolean live, boolean rested, boolean over) {
        static Situation of(Standing standing, Asking asking, boolean marked, Instant now) {
            boolean rested = standing.since()
                    .filter(since -> now.isBefore(since.plus(asking.coolDown())))
                    .isEmpty();
            boolean over = end(standing, asking, marked)
                    .filter(end -> !now.isBefore(end))
                    .isPresent();
            return new Situation(standing.status(), standing.live(), rested, over);
        }
    }

    /** When a yes can be renewed no more, the grace after its end included; empty for one without an end. */
    public static Optional<Instant> end(Standing standing, Asking asking, boolean marked) {
        return standing.until().map(until -> until.plus(marked ? Duration.ZERO : asking.grace()));
    }

    /** What comes of a step. */
    public sealed interface Ruling {
        /** The status that is written down next. */
        record Becomes(ConsentStatus status) implements Ruling {}

        /** Nothing is to be done: it is so already. */
        record Stands() implements Ruling {}

        /**
         * It may not be.
         *
         * @param rule a fixed word: {@code not-yours}, {@code ask-first}, {@code cool-down}, {@code already-asked},
         *     {@code already-given}, {@code nothing-asked}, {@code nothing-given}, {@code not-over}, {@code already-known}
         */
        record Refused(String rule) implements Ruling {}
    }

    private static final Ruling STANDS = new Ruling.Stands();

    /** What comes of {@code step} by {@code who}. Every combination has an answer. */
    public static Ruling rule(Expressed who, Step step, Situation now) {
        if (!THEIRS.getOrDefault(who, Set.of()).contains(step)) {
            return no("not-yours");
        }
        return switch (step) {
            case REQUEST -> request(now);
            case NOTE_YES -> noteYes(now);
            case GIVE -> give(now);
            case RENEW -> renewable(now) ? to(RENEWED) : no("nothing-given");
            case REFUSE, WITHDRAW -> refuse(now);
            case DEFER -> defer(now);
            case EXPIRE -> now.live && now.over ? to(EXPIRED) : no("not-over");
            case REVOKE -> renewable(now) ? to(REVOKED) : no("nothing-given");
            case INVALIDATE -> renewable(now) || now.status == PENDING ? to(INVALIDATED) : no("nothing-given");
            case ASK_ANEW -> now.status.valid() ? to(REQUESTED) : no("nothing-given");
            case IMPORT ->
                switch (now.status) {
                    case NONE -> to(UNKNOWN);
                    case UNKNOWN -> STANDS;
                    default -> no("already-known");
                };
        };
    }

    private static boolean renewable(Situation now) {
        return now.status.valid() || (now.status == EXPIRED && now.live);
    }

    private static Ruling request(Situation now) {
        return switch (now.status) {
            case NONE, UNKNOWN, DEFERRED -> to(REQUESTED);
            case REQUESTED, PENDING -> now.rested ? to(REQUESTED) : no("already-asked");
            case GIVEN, RENEWED -> no("already-given");
            case EXPIRED -> now.rested && !now.live ? to(REQUESTED) : no("cool-down");
            case REFUSED, WITHDRAWN, REVOKED, INVALIDATED -> now.rested ? to(REQUESTED) : no("cool-down");
        };
    }

    private static Ruling noteYes(Situation now) {
        return switch (now.status) {
            case NONE, REQUESTED, DEFERRED -> to(PENDING);
            case PENDING -> STANDS;
            case GIVEN, RENEWED -> no("already-given");
            case UNKNOWN, EXPIRED, REFUSED, WITHDRAWN, REVOKED, INVALIDATED -> no("ask-first");
        };
    }

    private static Ruling give(Situation now) {
        return switch (now.status) {
            case GIVEN, RENEWED -> STANDS;
            case UNKNOWN -> no("ask-first");
            case NONE, REFUSED, WITHDRAWN, REVOKED, INVALIDATED -> to(GIVEN);
            case REQUESTED, PENDING, DEFERRED, EXPIRED -> to(now.live ? RENEWED : GIVEN);
        };
    }

    private static Ruling refuse(Situation now) {
        return switch (now.status) {
            case REFUSED, WITHDRAWN -> STANDS;
            case GIVEN, RENEWED -> to(WITHDRAWN);
            case NONE, UNKNOWN, REVOKED, INVALIDATED -> to(REFUSED);
            case REQUESTED, PENDING, DEFERRED, EXPIRED -> to(now.live ? WITHDRAWN : REFUSED);
        };
    }

    private static Ruling defer(Situation now) {
        return switch (now.status) {
            case NONE, REQUESTED, PENDING -> to(DEFERRED);
            case DEFERRED -> STANDS;
            default -> no("nothing-asked");
        };
    }

    private static Ruling to(ConsentStatus status) {
        return new Ruling.Becomes(status);
    }

    private static Ruling no(String rule) {
        return new Ruling.Refused(rule);
    }
}
