package confidant.store;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.TagId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tag cards (all tags of one client under one purpose in one sealed blob) and proposals. */
public interface TagStore {

    /**
     * @param version from 1, rising by one with every change; part of the slot ({@code tags}/{@code card}/client id)
     */
    record Card(ClientId client, Purpose purpose, long version, Sealed tags) {}

    /**
     * Stores a card if the stored version is {@code card.version() - 1} (0 stands for none).
     *
     * @return false when another version is stored; nothing was changed. A repeat of what is stored is true
     */
    Future<Boolean> put(PoolId pool, Card card);

    Future<Optional<Card>> card(PoolId pool, ClientId client, Purpose purpose);

    Future<List<Card>> cards(PoolId pool, ClientId client);

    /**
     * The cards of one {@link Bucket} of a pool, those of one client together. All are read when the future succeeds, and made
     * out one by one by the thread that goes through the stream.
     */
    Future<Stream<Card>> cards(PoolId pool, int bucket);

    /**
     * Packs what changed, so that reading it bucket by bucket is quick; nothing that is read changes. Rung now and then, by any
     * node and also by several at once.
     */
    Future<Void> shelve(PoolId pool);

    /** All cards of a pool. */
    Future<Void> cards(PoolId pool, Slices<Card> slices);

    /**
     * @param proposal sealed under the purpose's key (slot {@code proposal}/{@code card}/tag id, version 0)
     */
    record Proposal(ClientId client, TagId id, Purpose purpose, Instant expires, Sealed proposal) {}

    /** Stores a proposal; gone by itself after {@code expires}. */
    Future<Void> propose(PoolId pool, Proposal proposal);

    Future<List<Proposal>> proposals(PoolId pool, ClientId client);

    /**
     * Takes a proposal away, to accept or to drop it.
     *
     * @return the proposal if this call took it; empty if it was gone
     */
    Future<Optional<Proposal>> take(PoolId pool, ClientId client, TagId id);
}
