package confidant.store.memory;

import confidant.model.BlindKey;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.ClientStore;
import confidant.store.ConversationStore.Ref;
import confidant.store.Slices;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clients and their addresses in memory. */
final class MemoryClients implements ClientStore {
    private record Place(PoolId pool, ClientId client) {}

    private record Reach(PoolId pool, ClientId client, Channel channel) {}

    private record Block(boolean blocked, Instant at) {}

    private final Gate gate;
    private final Map<BlindKey, AddressRow> addresses = new LinkedHashMap<>();
    private final Map<Place, ClientRow> clients = new LinkedHashMap<>();
    private final Map<Reach, Block> blocks = new HashMap<>();
    private final Map<Ref, Ref> origins = new HashMap<>();
    private final Map<Ref, Ref> successors = new HashMap<>();

    MemoryClients(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<AddressRow> claim(AddressRow row) {
        return gate.pass(() -> addresses.computeIfAbsent(row.blind(), absent -> row));
    }

    @Override
    public Future<Optional<AddressRow>> byAddress(BlindKey blind) {
        return gate.pass(() -> Optional.ofNullable(addresses.get(blind)));
    }

    @Override
    public Future<Boolean> unlink(AddressRow row) {
        return gate.pass(() -> {
            AddressRow stored = addresses.get(row.blind());
            boolean own = stored == null
                    || (stored.pool().equals(row.pool()) && stored.client().equals(row.client()));
            if (own) {
                addresses.remove(row.blind());
            }
            return own;
        });
    }

    @Override
    public Future<Boolean> reassign(AddressRow before, AddressRow after) {
        return gate.pass(() -> {
            AddressRow stored = addresses.get(before.blind());
            if (stored != null && owner(stored).equals(owner(before))) {
                addresses.put(before.blind(), after);
                return true;
            }
            return stored != null && owner(stored).equals(owner(after));
        });
    }

    private static Place owner(AddressRow row) {
        return new Place(row.pool(), row.client());
    }

    @Override
    public Future<List<AddressRow>> addresses(PoolId pool, ClientId client) {
        return gate.pass(() -> addresses.values().stream()
                .filter(row -> row.pool().equals(pool) && row.client().equals(client))
                .toList());
    }

    @Override
    public Future<Boolean> put(ClientRow row) {
        return gate.pass(() -> {
            Place place = new Place(row.pool(), row.client());
            ClientRow stored = clients.get(place);
            long version = stored == null ? 0 : stored.version();
            if (version != row.version() - 1) {
                return row.equals(stored);
            }
            clients.put(place, row);
            return true;
        });
    }

    @Override
    public Future<Optional<ClientRow>> client(PoolId pool, ClientId client) {
        return gate.pass(() -> Optional.ofNullable(clients.get(new Place(pool, client))));
    }

    @Override
    public Future<Void> forget(PoolId pool, ClientId client) {
        return gate.run(() -> clients.remove(new Place(pool, client)));
    }

    @Override
    public Future<Void> clients(PoolId pool, Slices<ClientRow> slices) {
        return gate.pour(
                () -> clients.values().stream()
                        .filter(row -> row.pool().equals(pool))
                        .toList(),
                slices);
    }

    @Override
    public Future<Void> ids(PoolId pool, Slices<ClientId> slices) {
        return gate.pour(
                () -> clients.values().stream()
                        .filter(row -> row.pool().equals(pool))
                        .map(ClientRow::client)
                        .toList(),
                slices);
    }

    @Override
    public Future<Void> descend(Ref next, Ref before) {
        return gate.run(() -> origins.put(next, before));
    }

    @Override
    public Future<Optional<Ref>> origin(Ref client) {
        return gate.pass(() -> Optional.ofNullable(origins.get(client)));
    }

    @Override
    public Future<Void> succeed(Ref before, Ref next) {
        return gate.run(() -> successors.put(before, next));
    }

    @Override
    public Future<Optional<Ref>> successor(Ref client) {
        return gate.pass(() -> Optional.ofNullable(successors.get(client)));
    }

    @Override
    public Future<Void> blocked(PoolId pool, ClientId client, Channel channel, boolean blocked, Instant at) {
        return gate.run(
                () -> blocks.merge(new Reach(pool, client, channel), new Block(blocked, at), MemoryClients::later));
    }

    /** Of two notes of the same instant, the block wins: rather a message too few than one too many. */
    private static Block later(Block before, Block now) {
        int order = before.at().compareTo(now.at());
        boolean keep = order > 0 || (order == 0 && before.blocked());
        return keep ? before : now;
    }

    @Override
    public Future<Boolean> isBlocked(PoolId pool, ClientId client, Channel channel) {
        return gate.pass(() -> {
            Block block = blocks.get(new Reach(pool, client, channel));
            return block != null && block.blocked();
        });
    }
}
