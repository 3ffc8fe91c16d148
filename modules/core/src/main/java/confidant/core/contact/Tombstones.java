package confidant.core.contact;

import confidant.core.House;
import confidant.core.people.Directory;
import confidant.model.Actor;
import confidant.model.Address;
import confidant.model.BlindKey;
import confidant.model.DataClass;
import confidant.policy.DataClassInfo;
import confidant.store.ClientStore.AddressRow;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an erasure leaves of a client's addresses: keyed hashes that say "no import", and neither whose they were nor what they
 * are. A person who writes by themselves is not asked for them.
 */
public final class Tombstones {
    /** Where the rules do not say how long proof is kept. */
    private static final Duration USUAL = Duration.ofDays(7 * 365);

    private final House house;
    private final Directory directory;

    public Tombstones(House house, Directory directory) {
        this.house = house;
        this.directory = directory;
    }

    /** The hash of an address whatever the account, for those that a platform gives out for several accounts. */
    static BlindKey anywhere(House house, Address address) {
        return house.vault().blind(house.id(), new Address(address.channel(), "", address.value()));
    }

    /**
     * Notes those of all addresses that the client still has; to be called before any key of theirs is destroyed and before an
     * address is free. Repeatable. What went to another concierge with the client is not theirs any more and gets none.
     */
    public Future<Void> bury(Ref client) {
        Future<List<Address>> opened = directory.addresses(Actor.of(client.client()), client);
        Future<List<AddressRow>> rows = house.stores().clients().addresses(client.pool(), client.client());
        Instant until = house.now().plus(kept());
        return Future.all(opened, rows).compose(both -> {
            Future<Void> done = Future.succeededFuture();
            for (AddressRow row : rows.result()) {
                List<BlindKey> keys = new ArrayList<>();
                opened.result().stream()
                        .filter(one -> house.vault().blind(house.id(), one).equals(row.blind()))
                        .forEach(one -> keys.add(anywhere(house, one)));
                keys.add(row.blind());
                done = done.compose(before -> bury(client, row, keys, until));
            }
            return done;
        });
    }

    private Future<Void> bury(Ref client, AddressRow row, List<BlindKey> keys, Instant until) {
        return house.stores().clients().byAddress(row.blind()).compose(owner -> {
            Optional<Ref> other =
                    owner.map(one -> new Ref(one.pool(), one.client())).filter(one -> !one.equals(client));
            Future<Void> done = Future.succeededFuture();
            for (BlindKey key : other.isPresent() ? List.<BlindKey>of() : keys) {
                done = done.compose(before -> house.stores().tombstones().bury(key, until));
            }
            return done;
        });
    }

    private Duration kept() {
        return house.policy().classes().stream()
                .filter(info -> info.id().equals(DataClass.CONSENT))
                .map(DataClassInfo::keep)
                .filter(keep -> !keep.isZero())
                .findFirst()
                .orElse(USUAL);
    }
}
