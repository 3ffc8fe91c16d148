package confidant.store.memory;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.PaperStore;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Papers in memory. */
final class MemoryPapers implements PaperStore {
    private record Place(PoolId pool, ClientId client, String kind, String id) {}

    private final Gate gate;
    private final Map<Place, Paper> papers = new HashMap<>();

    MemoryPapers(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Future<Boolean> put(Paper paper) {
        return gate.pass(() -> {
            Place place = new Place(paper.pool(), paper.client(), paper.kind(), paper.id());
            Paper stored = papers.get(place);
            long version = stored == null ? 0 : stored.version();
            if (version != paper.version() - 1) {
                return paper.equals(stored);
            }
            papers.put(place, paper);
            return true;
        });
    }

    @Override
    public Future<Optional<Paper>> paper(PoolId pool, ClientId client, String kind, String id) {
        return gate.pass(() -> Optional.ofNullable(papers.get(new Place(pool, client, kind, id))));
    }

    @Override
    public Future<List<Paper>> papers(PoolId pool, ClientId client, String kind) {
        return gate.pass(() -> all(paper -> paper.pool().equals(pool)
                && paper.client().equals(client)
                && paper.kind().equals(kind)));
    }

    @Override
    public Future<List<Paper>> open(String kind) {
        return gate.pass(() -> all(paper -> paper.open() && paper.kind().equals(kind)));
    }

    private List<Paper> all(Predicate<Paper> wanted) {
        return papers.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Paper::id))
                .toList();
    }
}
