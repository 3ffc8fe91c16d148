package confidant.core.contact;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.NotFound;
import confidant.core.consent.Consents;
import confidant.core.consent.Papers;
import confidant.core.consent.StepRefused;
import confidant.core.contact.ContactRow.Said;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.reception.Reception.Defaults;
import confidant.model.Actor;
import confidant.model.Address;
import confidant.model.BlindKey;
import confidant.model.ClientId;
import confidant.model.ImportId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Ref;
import confidant.store.ImportStore.Newcomer;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes one contact over, or says why not. The address decides: whoever has it stays as they are. Cut off anywhere and begun
 * again, it ends what it began; who was erased is never taken in.
 */
final class Taking {
    /** The kind of the papers that hold what a file says of earlier consents; the id of each is its purpose. */
    static final String EVIDENCE = "evidence";

    private final House house;
    private final Keys keys;
    private final Directory directory;
    private final Consents consents;
    private final Papers papers;
    private final Defaults defaults;

    Taking(House house, Keys keys, Directory directory, Consents consents, Papers papers, Defaults defaults) {
        this.house = house;
        this.keys = keys;
        this.directory = directory;
        this.consents = consents;
        this.papers = papers;
        this.defaults = defaults;
    }

    /** Whose an address is. */
    enum Standing {
        NEW,
        /** An import that was cut off began with them. */
        BEGUN,
        KNOWN,
        ERASED
    }

    /** @param client whose it is, where somebody has it */
    record Found(Standing standing, Optional<Newcomer> client) {
        static Found of(Standing standing) {
            return new Found(standing, Optional.empty());
        }
    }

    /** What would become of a row; changes nothing. */
    Future<Found> look(PoolId pool, ContactRow row) {
        BlindKey blind = house.vault().blind(house.id(), row.address());
        // INVARIANT: the owner is read before the tombstones. An erasure writes them first and frees the address after,
        // so whoever is found without an owner has their tombstone by now.
        return house.stores().clients().byAddress(blind).compose(owner -> {
            if (owner.isEmpty()) {
                return buried(blind, row.address()).map(buried -> Found.of(buried ? Standing.ERASED : Standing.NEW));
            }
            Ref client = new Ref(owner.get().pool(), owner.get().client());
            return keys.isErased(client)
                    .compose(erased -> erased
                            ? Future.succeededFuture(Found.of(Standing.ERASED))
                            : client.pool().equals(pool)
                                    ? own(client)
                                    : Future.succeededFuture(Found.of(Standing.KNOWN)));
        });
    }

    private Future<Found> own(Ref client) {
        return house.stores()
                .imports()
                .newcomer(client.pool(), client.client())
                .map(found -> found.filter(one -> !one.whole())
                        .map(one -> new Found(Standing.BEGUN, found))
                        .orElseGet(() -> Found.of(Standing.KNOWN)));
    }

    private Future<Boolean> buried(BlindKey blind, Address address) {
        return house.stores()
                .tombstones()
                .buried(blind)
                .compose(buried -> buried
                        ? Future.succeededFuture(true)
                        : house.stores().tombstones().buried(Tombstones.anywhere(house, address)));
    }

    /** Takes a contact over whom {@link #look} found to be new or begun. */
    Future<Standing> take(Actor by, PoolId pool, ImportId id, ContactRow row, Found found) {
        return (switch (found.standing()) {
                    case NEW -> begin(by, pool, id, row);
                    case BEGUN -> finish(by, found.client().orElseThrow(), row);
                    case KNOWN, ERASED -> Future.succeededFuture(found.standing());
                })
                // Erased while it was being made.
                .recover(failure -> failure instanceof NotFound
                        ? Future.succeededFuture(Standing.ERASED)
                        : Future.failedFuture(failure));
    }

    private Future<Standing> begin(Actor by, PoolId pool, ImportId id, ContactRow row) {
        Newcomer one = new Newcomer(pool, ClientId.random(), id, house.now(), false);
        Ref client = new Ref(pool, one.client());
        // INVARIANT: noted before the address is theirs, so that a client who is half made is known to be one.
        return house.stores()
                .imports()
                .came(one)
                .compose(noted -> directory.claim(by, client, row.address()))
                .compose(claimed -> claimed
                        ? finish(by, one, row)
                        : house.stores().imports().forget(pool, one.client()).map(Standing.KNOWN));
    }

    private Future<Standing> finish(Actor by, Newcomer one, ContactRow row) {
        Ref client = new Ref(one.pool(), one.client());
        Profile profile = new Profile(
                row.name(),
                row.lang().orElse(defaults.lang()),
                row.zone().orElse(defaults.zone()),
                row.address().channel(),
                one.at());
        return directory
                .card(by, client, profile)
                .compose(made -> Lanes.each(1, asked(), purpose -> unknown(client, purpose)))
                .compose(noted -> row.said()
                        .map(said ->
                                Lanes.each(1, said.purposes(), purpose -> file(by, client, purpose, said, one.at())))
                        .orElseGet(Future::succeededFuture))
                .compose(filed ->
                        house.stores().imports().came(new Newcomer(one.pool(), one.client(), one.by(), one.at(), true)))
                .map(Standing.NEW);
    }

    /** The purposes whose consent an import leaves open. */
    List<Purpose> asked() {
        return house.policy().purposes().stream()
                .filter(info -> info.basis() == Basis.CONSENT && !info.marked())
                .map(PurposeInfo::purpose)
                .toList();
    }

    private Future<Void> unknown(Ref client, Purpose purpose) {
        return consents.imported(client, purpose)
                .<Void>mapEmpty()
                // They spoke for themselves meanwhile, and that counts.
                .recover(failure ->
                        failure instanceof StepRefused ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    private Future<Void> file(Actor by, Ref client, Purpose purpose, Said said, Instant at) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("agreed", said.agreedAt());
        fields.put("words", said.words().reveal());
        fields.put("by", by.id());
        fields.put("at", at.toString());
        return papers.file(by, client, EVIDENCE, purpose.id(), fields).mapEmpty();
    }
}
