package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.TagId;
import confidant.store.Bucket;
import confidant.store.Slices;
import confidant.store.TagStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tag cards and proposals in memory. */
final class MemoryTags implements TagStore {
    private record CardPlace(PoolId pool, ClientId client, Purpose purpose) {}

    private record ProposalPlace(PoolId pool, ClientId client, TagId id) {}

    private final Gate gate;
    private final Clock clock;
    private final Map<CardPlace, Card> cards = new LinkedHashMap<>();
    private final Map<ProposalPlace, Proposal> proposals = new LinkedHashMap<>();

    MemoryTags(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Future<Boolean> put(PoolId pool, Card card) {
        return gate.pass(() -> {
            CardPlace place = new CardPlace(pool, card.client(), card.purpose());
            Card stored = cards.get(place);
            long version = stored == null ? 0 : stored.version();
            if (version != card.version() - 1) {
                return card.equals(stored);
            }
            cards.put(place, card);
            return true;
        });
    }

    @Override
    public Future<Optional<Card>> card(PoolId pool, ClientId client, Purpose purpose) {
        return gate.pass(() -> Optional.ofNullable(cards.get(new CardPlace(pool, client, purpose))));
    }

    @Override
    public Future<List<Card>> cards(PoolId pool, ClientId client) {
        return gate.pass(
                () -> cards(place -> place.pool().equals(pool) && place.client().equals(client)));
    }

    @Override
    public Future<Stream<Card>> cards(PoolId pool, int bucket) {
        return gate.pass(() -> cards(place -> place.pool().equals(pool) && Bucket.of(place.client()) == bucket).stream()
                .sorted(Comparator.comparing(card -> card.client().value())));
    }

    @Override
    public Future<Void> shelve(PoolId pool) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> cards(PoolId pool, Slices<Card> slices) {
        return gate.pour(() -> cards(place -> place.pool().equals(pool)), slices);
    }

    private List<Card> cards(Predicate<CardPlace> wanted) {
        return cards.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public Future<Void> propose(PoolId pool, Proposal proposal) {
        ProposalPlace place = new ProposalPlace(pool, proposal.client(), proposal.id());
        return gate.run(() -> proposals.putIfAbsent(place, proposal));
    }

    @Override
    public Future<List<Proposal>> proposals(PoolId pool, ClientId client) {
        return gate.pass(() -> proposals.entrySet().stream()
                .filter(entry -> entry.getKey().pool().equals(pool)
                        && entry.getKey().client().equals(client))
                .map(Map.Entry::getValue)
                .filter(this::lives)
                .toList());
    }

    @Override
    public Future<Optional<Proposal>> take(PoolId pool, ClientId client, TagId id) {
        return gate.pass(() -> Optional.ofNullable(proposals.remove(new ProposalPlace(pool, client, id)))
                .filter(this::lives));
    }

    private boolean lives(Proposal proposal) {
        return proposal.expires().isAfter(clock.instant());
    }
}
