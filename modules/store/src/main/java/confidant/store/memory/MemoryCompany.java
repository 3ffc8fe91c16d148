package confidant.store.memory;

import confidant.model.StaffId;
import confidant.store.CompanyStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts of the company's sign-in in memory. */
final class MemoryCompany implements CompanyStore {
    private final Gate gate;
    private final Map<String, StaffId> holders = new TreeMap<>();

    MemoryCompany(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Boolean> connect(String account, StaffId holder, Instant at) {
        return gate.pass(() -> holders.putIfAbsent(account, holder) == null);
    }

    @Override
    public Future<Optional<StaffId>> holder(String account) {
        return gate.pass(() -> Optional.ofNullable(holders.get(account)));
    }

    @Override
    public Future<List<String>> accounts(StaffId holder) {
        return gate.pass(() -> holders.entrySet().stream()
                .filter(one -> one.getValue().equals(holder))
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public Future<Boolean> disconnect(StaffId holder, String account) {
        return gate.pass(() -> holders.remove(account, holder));
    }
}
