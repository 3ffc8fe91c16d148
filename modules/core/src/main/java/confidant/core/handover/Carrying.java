package confidant.core.handover;

import confidant.core.Guest;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.Consents;
import confidant.core.consent.Consents.Given;
import confidant.core.consent.Papers;
import confidant.core.handover.Offer.Choice;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.core.people.Wishes;
import confidant.core.privacy.Complaints;
import confidant.core.privacy.PrivacyDesk;
import confidant.core.request.Requests;
import confidant.core.tagging.CarriedTags;
import confidant.model.Actor;
import confidant.model.Channel;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a client anew in the next pool, with what they chose and nothing else. Every step may be repeated at any time, by
 * several servers, also when the client is already there: what they did there meanwhile is not undone.
 */
final class Carrying {
    static final String METHOD = "handover";
    private static final String SIGNAL = "gpc";
    private static final Given HOW = new Given(METHOD, "", Optional.empty());
    /** What was said to the officer is owed an answer, whoever the concierge is. */
    private static final List<String> TO_THE_OFFICER = List.of(Complaints.KIND, Requests.KIND);

    private static final Set<ConsentStatus> NO = Set.of(ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN);

    private final House house;
    private final Directory directory;
    private final Consents consents;
    private final PrivacyDesk privacy;
    private final Wishes wishes;
    private final Papers papers;
    private final CarriedTags tags;
    private final Keys keys;

    Carrying(
            House house,
            Directory directory,
            Consents consents,
            PrivacyDesk privacy,
            Wishes wishes,
            Papers papers,
            CarriedTags tags,
            Keys keys) {
        this.house = house;
        this.directory = directory;
        this.consents = consents;
        this.privacy = privacy;
        this.wishes = wishes;
        this.papers = papers;
        this.tags = tags;
        this.keys = keys;
    }

    /** Everything but the words of the conversation. */
    Future<Void> carry(Ref from, Ref to, Choice choice, Instant chosen) {
        // INVARIANT: what is between us ends before anything is made for a successor.
        return endBetweenUs(from)
                .compose(ended -> directory.profile(Actor.of(from.client()), from))
                .compose(profile -> directory.register(to.pool(), to.client(), profile))
                .compose(made -> house.stores().clients().descend(to, from))
                .compose(noted -> Lanes.each(1, List.of(Channel.values()), channel -> block(from, to, channel, chosen)))
                .compose(blocked -> wishes.carry(from, to))
                .compose(wished -> saidToTheOfficer(from, to))
                .compose(said -> consents(from, to, choice))
                .compose(agreed -> Lanes.each(1, choice.purposes(), purpose -> tags(from, to, purpose)));
    }

    /** Takes requests and complaints along; again for those that came in while the old side was being left. */
    Future<Void> saidToTheOfficer(Ref from, Ref to) {
        return Lanes.each(1, TO_THE_OFFICER, kind -> papers.carry(from, to, kind));
    }

    private Future<Void> endBetweenUs(Ref from) {
        return consents.status(from, Purpose.CONFIDENCE)
                .compose(status -> status.valid() || status == ConsentStatus.EXPIRED
                        ? consents.withdraw(from, Purpose.CONFIDENCE, HOW).mapEmpty()
                        : Future.succeededFuture());
    }

    private Future<Void> block(Ref from, Ref to, Channel channel, Instant chosen) {
        return house.stores()
                .clients()
                .isBlocked(from.pool(), from.client(), channel)
                .compose(blocked -> blocked
                        ? house.stores().clients().blocked(to.pool(), to.client(), channel, true, chosen)
                        : Future.succeededFuture());
    }

    private Future<Void> consents(Ref from, Ref to, Choice choice) {
        List<PurposeInfo> asked = house.policy().purposes().stream()
                .filter(info -> info.basis() == Basis.CONSENT && !info.marked())
                .toList();
        return consents.history(from)
                .compose(before -> Lanes.each(1, asked, info -> consent(from, to, info.purpose(), before, choice)));
    }

    // A no stays a no, so that nobody asks anew at once; what was not ticked is left open, as at the beginning of a
    // chat.
    private Future<Void> consent(Ref from, Ref to, Purpose purpose, List<ConsentEvent> before, Choice choice) {
        boolean signalled = before.stream()
                .anyMatch(event ->
                        event.purpose().equals(purpose) && event.method().equals(SIGNAL));
        Guest guest = new Guest(to.pool(), to.client());
        return consents.status(from, purpose)
                .compose(status -> consents.history(to)
                        .map(history -> history.stream()
                                .filter(event -> event.purpose().equals(purpose))
                                .toList())
                        .compose(there -> {
                            boolean goes = choice.purposes().contains(purpose) && status.valid();
                            boolean done = there.stream()
                                    .anyMatch(event -> event.method().equals(METHOD));
                            Future<?> signal = signalled && there.isEmpty()
                                    ? consents.refuse(to, purpose, new Given(SIGNAL, "", Optional.empty()))
                                    : Future.succeededFuture();
                            if (done || !(goes || status.valid() || NO.contains(status))) {
                                return signal.mapEmpty();
                            }
                            if (goes) {
                                return signal.compose(heard -> privacy.consent(guest, purpose, true, METHOD, ""))
                                        .mapEmpty();
                            }
                            return signalled || !there.isEmpty()
                                    ? signal.mapEmpty()
                                    : (NO.contains(status)
                                                    ? consents.refuse(to, purpose, HOW)
                                                    : consents.defer(to, purpose, HOW))
                                            .mapEmpty();
                        }));
    }

    private Future<Void> tags(Ref from, Ref to, Purpose purpose) {
        return consents.status(to, purpose)
                .compose(status -> status.valid() ? tags.carry(from, to, purpose) : Future.succeededFuture());
    }

    /**
     * Ends every consent on the old side, with its key and with what is queued for it, as soon as the client is reached on the
     * new one: no greeting may come from both.
     */
    Future<Void> leave(Ref from) {
        return consents.states(from)
                .compose(states -> Lanes.each(
                        1,
                        states.values().stream()
                                .filter(state -> state.status().valid())
                                .map(Consents.State::purpose)
                                .toList(),
                        purpose -> consents.withdraw(from, purpose, HOW)));
    }

    /** Makes whoever comes as {@code from} come as {@code to}; true on every server after {@link Keys#EVERYWHERE}. */
    Future<Void> point(Ref from, Ref to) {
        return directory
                .move(from, to)
                .compose(moved -> house.stores().clients().succeed(from, to))
                .compose(noted -> keys.tellErased(from));
    }
}
