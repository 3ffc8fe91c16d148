package confidant.store.memory;

import confidant.model.StaffId;
import confidant.store.PasskeyStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Passkeys in memory. */
final class MemoryPasskeys implements PasskeyStore {
    private final Gate gate;
    private final Map<StaffId, Map<String, Passkey>> passkeys = new HashMap<>();

    MemoryPasskeys(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Boolean> add(StaffId holder, Passkey passkey) {
        return gate.pass(() ->
                passkeys.computeIfAbsent(holder, any -> new HashMap<>()).putIfAbsent(passkey.id(), passkey) == null);
    }

    @Override
    public Future<Optional<Passkey>> passkey(StaffId holder, String id) {
        return gate.pass(() -> Optional.ofNullable(of(holder).get(id)));
    }

    @Override
    public Future<List<Passkey>> passkeys(StaffId holder) {
        return gate.pass(() -> of(holder).values().stream()
                .sorted(Comparator.comparing(Passkey::made).thenComparing(Passkey::id))
                .toList());
    }

    @Override
    public Future<Boolean> used(StaffId holder, String id, long from, long to, Instant at) {
        return change(
                holder,
                id,
                p -> p.counter() == from,
                p -> new Passkey(p.id(), p.key(), to, p.synced(), p.name(), p.made(), Optional.of(at)));
    }

    @Override
    public Future<Boolean> rename(StaffId holder, String id, String name) {
        return change(
                holder,
                id,
                any -> true,
                p -> new Passkey(p.id(), p.key(), p.counter(), p.synced(), name, p.made(), p.used()));
    }

    private Future<Boolean> change(
            StaffId holder, String id, Predicate<Passkey> where, Function<Passkey, Passkey> change) {
        return gate.pass(() -> {
            Passkey found = of(holder).get(id);
            boolean fits = found != null && where.test(found);
            if (fits) {
                of(holder).put(id, change.apply(found));
            }
            return fits;
        });
    }

    @Override
    public Future<Removal> remove(StaffId holder, String id, int least) {
        return gate.pass(() -> {
            Map<String, Passkey> all = of(holder);
            if (!all.containsKey(id)) {
                return Removal.ABSENT;
            }
            if (all.size() <= least) {
                return Removal.NEEDED;
            }
            all.remove(id);
            return Removal.REMOVED;
        });
    }

    private Map<String, Passkey> of(StaffId holder) {
        return passkeys.getOrDefault(holder, new HashMap<>());
    }
}
