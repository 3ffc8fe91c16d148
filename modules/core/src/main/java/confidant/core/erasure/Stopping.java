package confidant.core.erasure;

import confidant.core.House;
import confidant.core.attachment.Attachments;
import confidant.core.consent.Consents;
import confidant.core.consent.Consents.Given;
import confidant.core.consent.Holds;
import confidant.core.contact.Tombstones;
import confidant.core.glass.LookBook;
import confidant.core.keys.Keys;
import confidant.model.ConsentStatus;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ClientStore.AddressRow;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first stage for one client, each step repeatable: consents end, every key but the legal one is destroyed for ever,
 * nothing queued leaves, files are gone, addresses are free for a stranger, the card is gone. A legal hold keeps the key of its purpose, and
 * with the service's own key the client, until it is lifted.
 */
final class Stopping {
    private static final Given HOW = new Given("erasure", "", Optional.empty());

    private final House house;
    private final Keys keys;
    private final Consents consents;
    private final Holds holds;
    private final Attachments attachments;
    private final Tombstones tombstones;
    private final LookBook looks;

    Stopping(House house, Keys keys, Consents consents, Holds holds, Attachments attachments, Tombstones tombstones) {
        this.looks = new LookBook(house);
        this.house = house;
        this.keys = keys;
        this.consents = consents;
        this.holds = holds;
        this.attachments = attachments;
        this.tombstones = tombstones;
    }

    /**
     * @param cancelled sends
     * @param held what has to be kept for now
     */
    record Stopped(int cancelled, List<Purpose> held) {
        private Stopped and(int more, List<Purpose> kept) {
            List<Purpose> all = new ArrayList<>(held);
            all.addAll(kept);
            return new Stopped(cancelled + more, List.copyOf(all));
        }
    }

    /** @param timeOver whether nobody asked: then no step is written that the client did not take */
    Future<Stopped> stop(Ref client, boolean timeOver) {
        List<PurposeInfo> all = house.policy().purposes().stream()
                .filter(info -> info.basis() != Basis.LEGAL_DUTY)
                .toList();
        // INVARIANT: the tombstones stand before a key is destroyed and an address is free, so that an
        // erasure that is cut off anywhere leaves them.
        return tombstones
                .bury(client)
                .compose(buried -> withdraw(client, all, timeOver))
                .compose(withdrawn -> shred(client, all))
                .compose(stopped -> stopped.held.contains(Purpose.SERVICE)
                        ? Future.succeededFuture(stopped)
                        : files(client, stopped)
                                .compose(gone -> unlink(client))
                                .compose(free -> looks.forget(client))
                                .compose(silent -> house.stores().clients().forget(client.pool(), client.client()))
                                .compose(gone -> house.stores().imports().forget(client.pool(), client.client()))
                                .compose(gone -> keys.tellErased(client))
                                .map(stopped));
    }

    /** A hold on any purpose may be about a file; this is done again until it is lifted. */
    private Future<Void> files(Ref client, Stopped stopped) {
        return stopped.held.isEmpty() ? attachments.discardAll(client) : Future.succeededFuture();
    }

    private Future<Void> withdraw(Ref client, List<PurposeInfo> all, boolean timeOver) {
        return consents.states(client).compose(states -> {
            Future<Void> done = Future.succeededFuture();
            for (PurposeInfo info : all) {
                Optional<ConsentStatus> status =
                        Optional.ofNullable(states.get(info.purpose())).map(Consents.State::status);
                if (info.basis() == Basis.CONSENT
                        && status.filter(one -> timeOver ? one.valid() : standing(one))
                                .isPresent()) {
                    done = done.compose(before ->
                            consents.withdraw(client, info.purpose(), HOW).mapEmpty());
                }
            }
            return done;
        });
    }

    private static boolean standing(ConsentStatus status) {
        return status.valid() || status == ConsentStatus.EXPIRED || status == ConsentStatus.REQUESTED;
    }

    private Future<Stopped> shred(Ref client, List<PurposeInfo> all) {
        Future<Stopped> done = Future.succeededFuture(new Stopped(0, List.of()));
        for (PurposeInfo info : all) {
            Purpose purpose = info.purpose();
            done = done.compose(before -> holds.held(client, purpose)
                    .compose(held -> (held
                                    ? Future.<Void>succeededFuture()
                                    : keys.destroy(client, purpose, Keys.FOR_EVER))
                            .compose(gone -> house.stores().conversations().cancel(client, purpose, "erased"))
                            .map(cancelled -> before.and(cancelled, held ? List.of(purpose) : List.of()))));
        }
        return done;
    }

    private Future<Void> unlink(Ref client) {
        return house.stores()
                .clients()
                .addresses(client.pool(), client.client())
                .compose(rows -> {
                    Future<Void> done = Future.succeededFuture();
                    for (AddressRow row : rows) {
                        done = done.compose(
                                before -> house.stores().clients().unlink(row).mapEmpty());
                    }
                    return done;
                });
    }
}
