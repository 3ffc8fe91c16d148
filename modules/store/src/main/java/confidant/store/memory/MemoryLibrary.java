package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.PieceId;
import confidant.model.PoolId;
import confidant.model.ShareId;
import confidant.store.LibraryStore;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The library and the progress of shares in memory. */
final class MemoryLibrary implements LibraryStore {
    private static final String QUEUED = "queued";

    private final Gate gate;
    private final Map<PieceId, Piece> pieces = new LinkedHashMap<>();
    private final Map<ShareId, Share> shares = new LinkedHashMap<>();
    private final Map<ShareId, Map<ClientId, String>> outcomes = new HashMap<>();

    MemoryLibrary(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Void> put(Piece piece) {
        return gate.run(() -> pieces.put(piece.id(), piece));
    }

    @Override
    public Future<List<Piece>> pieces(PoolId pool) {
        return gate.pass(() -> pieces.values().stream()
                .filter(piece -> piece.pool().equals(pool))
                .toList());
    }

    @Override
    public Future<Optional<Piece>> piece(PoolId pool, PieceId id) {
        return gate.pass(() ->
                Optional.ofNullable(pieces.get(id)).filter(piece -> piece.pool().equals(pool)));
    }

    @Override
    public Future<Void> putShare(Share share, List<ClientId> recipients) {
        return gate.run(() -> {
            Map<ClientId, String> of = outcomes.computeIfAbsent(share.id(), id -> new LinkedHashMap<>());
            recipients.forEach(client -> of.putIfAbsent(client, QUEUED));
            shares.putIfAbsent(share.id(), share);
        });
    }

    @Override
    public Future<Optional<Share>> share(PoolId pool, ShareId id) {
        return gate.pass(() ->
                Optional.ofNullable(shares.get(id)).filter(share -> share.pool().equals(pool)));
    }

    @Override
    public Future<List<Share>> unfinished() {
        return gate.pass(
                () -> shares.values().stream().filter(share -> !share.done()).toList());
    }

    @Override
    public Future<List<ClientId>> open(ShareId id) {
        return gate.pass(() -> recipients(id).entrySet().stream()
                .filter(entry -> entry.getValue().equals(QUEUED))
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public Future<Void> outcome(ShareId id, ClientId client, String outcome) {
        return gate.run(() ->
                outcomes.computeIfAbsent(id, absent -> new LinkedHashMap<>()).put(client, outcome));
    }

    @Override
    public Future<Map<String, Integer>> outcomes(ShareId id) {
        return gate.pass(() -> {
            Map<String, Integer> counts = new HashMap<>();
            recipients(id).values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
            return Map.copyOf(counts);
        });
    }

    @Override
    public Future<Void> done(PoolId pool, ShareId id) {
        return gate.run(() -> shares.computeIfPresent(
                id,
                (key, share) -> share.pool().equals(pool)
                        ? new Share(
                                id, pool, share.piece(), share.purpose(), share.by(), share.at(), share.total(), true)
                        : share));
    }

    private Map<ClientId, String> recipients(ShareId id) {
        return outcomes.getOrDefault(id, Map.of());
    }
}
