package confidant.core.audit;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.audit.Auditing.Pseudonym;
import confidant.core.audit.Auditing.Pseudonyms;
import confidant.core.consent.ConsentBook;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.ClientStore.ClientRow;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Clients of the whole house as officers see them: by pseudonym, in its order. */
final class PseudonymList {
    private final House house;
    private final Notes notes;

    PseudonymList(House house, Notes notes) {
        this.house = house;
        this.notes = notes;
    }

    Future<Pseudonyms> page(String cursor, int limit) {
        return all().compose(all -> {
            List<Map.Entry<String, ClientRow>> rows = all.tailMap(cursor).entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(cursor))
                    .limit(limit)
                    .toList();
            List<Future<Pseudonym>> read = rows.stream().map(this::row).toList();
            boolean more = !rows.isEmpty()
                    && !all.lastKey().equals(rows.get(rows.size() - 1).getKey());
            String next = more ? rows.get(rows.size() - 1).getKey() : "";
            return Future.all(new ArrayList<>(read))
                    .map(done ->
                            new Pseudonyms(read.stream().map(Future::result).toList(), next));
        });
    }

    Future<Optional<Ref>> find(String pseudonym) {
        return all().map(all -> Optional.ofNullable(all.get(pseudonym)).map(row -> new Ref(row.pool(), row.client())));
    }

    /** Those of the wanted that are known here; clients who were erased too, whose steps of consent are kept as proof. */
    Future<Map<String, Ref>> find(Set<String> wanted) {
        Map<String, Ref> found = new ConcurrentHashMap<>();
        BiConsumer<PoolId, ClientId> note = (pool, client) -> {
            String pseudonym = notes.pseudonym(client);
            if (wanted.contains(pseudonym)) {
                found.put(pseudonym, new Ref(pool, client));
            }
        };
        return wanted.isEmpty()
                ? Future.succeededFuture(found)
                : house.stores()
                        .house()
                        .concierges()
                        .compose(concierges -> Lanes.each(1, concierges, one -> everybody(one.pool(), note)))
                        .map(found);
    }

    private Future<Void> everybody(PoolId pool, BiConsumer<PoolId, ClientId> note) {
        return house.stores()
                .clients()
                .clients(pool, slice -> slice.forEach(row -> note.accept(pool, row.client())))
                .compose(read -> house.stores()
                        .erasures()
                        .erasures(pool, slice -> slice.forEach(one -> note.accept(pool, one.client()))));
    }

    private Future<SortedMap<String, ClientRow>> all() {
        SortedMap<String, ClientRow> all = new TreeMap<>();
        return house.stores()
                .house()
                .concierges()
                .compose(concierges -> Future.all(concierges.stream()
                        .map(one -> house.stores().clients().clients(one.pool(), slice -> {
                            synchronized (all) {
                                slice.forEach(row -> all.put(notes.pseudonym(row.client()), row));
                            }
                        }))
                        .toList()))
                .map(all);
    }

    private Future<Pseudonym> row(Map.Entry<String, ClientRow> entry) {
        ClientRow row = entry.getValue();
        Instant now = house.now();
        return house.stores()
                .consents()
                .history(row.pool(), row.client())
                .map(history -> ConsentBook.standings(history, now).entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> e.getKey().id(),
                                e -> e.getValue().status().name().toLowerCase(Locale.ROOT),
                                (a, b) -> a,
                                TreeMap::new)))
                .map(consents -> new Pseudonym(entry.getKey(), row.since(), consents));
    }
}
