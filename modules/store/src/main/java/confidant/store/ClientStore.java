package confidant.store;

import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Sealed;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Clients by pool, and addresses by keyed hash. */
public interface ClientStore {

    /**
     * Whose address it is.
     *
     * @param address the address itself, sealed under the client's service key (slot {@code address}/{@code value}/blind key)
     */
    record AddressRow(BlindKey blind, PoolId pool, ClientId client, Channel channel, String account, Sealed address) {}

    /**
     * Gives an address to a client if nobody has it.
     *
     * @return the row now stored: the caller's, or the one that was there first
     */
    Future<AddressRow> claim(AddressRow row);

    Future<Optional<AddressRow>> byAddress(BlindKey blind);

    /**
     * Takes an address away from a client who has it, so that it is free again. Repeatable.
     *
     * @return whether the client has it no more; false only when somebody else has it
     */
    Future<Boolean> unlink(AddressRow row);

    /**
     * Gives the address of one client to another, if it is still theirs. Repeatable: cut off in the middle, it is found by
     * {@link #addresses} of {@code before} and done again.
     *
     * @return whether the client of {@code after} has the address now; false, and nothing is changed, if somebody else has it
     *     or nobody
     */
    Future<Boolean> reassign(AddressRow before, AddressRow after);

    /** All addresses of one client. */
    Future<List<AddressRow>> addresses(PoolId pool, ClientId client);

    /**
     * A client of a pool.
     *
     * @param version rises by one with every change of the card
     * @param card name, language, zone and the like, sealed under the service key (slot {@code client}/{@code card}/client id,
     *     with this version)
     */
    record ClientRow(PoolId pool, ClientId client, Channel channel, Instant since, long version, Sealed card) {}

    /**
     * Stores a client's card if its stored version is {@code row.version() - 1} (0 stands for none).
     *
     * @return false when another version is stored; nothing was changed. A repeat of what is stored is true
     */
    Future<Boolean> put(ClientRow row);

    Future<Optional<ClientRow>> client(PoolId pool, ClientId client);

    /** Removes a client's card; their addresses are taken away by {@link #unlink}. Repeatable. */
    Future<Void> forget(PoolId pool, ClientId client);

    /** All clients of a pool. */
    Future<Void> clients(PoolId pool, Slices<ClientRow> slices);

    /** The ids of all clients of a pool. */
    Future<Void> ids(PoolId pool, Slices<ClientId> slices);

    /** Notes that {@code next} is the same person as {@code before}, with another concierge. Never changes; repeatable. */
    Future<Void> descend(Ref next, Ref before);

    /** Who a client was with the concierge before this one. */
    Future<Optional<Ref>> origin(Ref client);

    /** Notes that whoever comes as {@code before} is {@code next} from now on. Never changes; repeatable. */
    Future<Void> succeed(Ref before, Ref next);

    /** Who a client is with the concierge after this one. */
    Future<Optional<Ref>> successor(Ref client);

    /** Notes that the client has blocked (or unblocked) the account; the latest {@code at} wins. */
    Future<Void> blocked(PoolId pool, ClientId client, Channel channel, boolean blocked, Instant at);

    /** Whether the client has blocked the channel now. */
    Future<Boolean> isBlocked(PoolId pool, ClientId client, Channel channel);
}
