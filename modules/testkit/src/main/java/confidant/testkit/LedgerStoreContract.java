package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.store.LedgerStore;
import confidant.store.LedgerStore.Indexed;
import confidant.store.LedgerStore.Position;
import confidant.store.LedgerStore.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link LedgerStore} promises. The log is one per house, so each test looks at what it put only. */
public interface LedgerStoreContract extends StoreContract {

    private LedgerStore store() {
        return stores().ledger();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long someBucket() {
        return UUID.randomUUID().getLeastSignificantBits() >>> 16;
    }

    private Waiting append(long bucket, String id) {
        Waiting entry = new Waiting(bucket, id, bytes("entry " + id));
        Await.result(store().append(entry));
        return entry;
    }

    private List<String> waiting(long bucket, int limit) {
        return Await.result(store().waiting(bucket, limit)).stream()
                .map(Waiting::id)
                .toList();
    }

    @Test
    default void entries_wait_in_their_bucket_by_id_until_removed() {
        long bucket = someBucket();
        Waiting second = append(bucket, "b");
        Waiting first = append(bucket, "a");
        append(bucket + 1, "c");
        assertThat(waiting(bucket, 10)).containsExactly("a", "b");
        assertThat(waiting(bucket, 1)).containsExactly("a");
        assertThat(Await.result(store().waiting(bucket, 1)).get(0).entry()).isEqualTo(first.entry());
        Await.result(store().remove(List.of(first, second)));
        Await.result(store().remove(List.of(first)));
        assertThat(waiting(bucket, 10)).isEmpty();
        assertThat(waiting(bucket + 1, 10)).containsExactly("c");
    }

    @Test
    default void files_are_found_by_path_and_may_grow() {
        String path = "tile/0/" + UUID.randomUUID();
        assertThat(Await.result(store().file(path))).isEmpty();
        Await.result(store().write(Map.of(path, bytes("one"), path + ".p", bytes("part"))));
        Await.result(store().write(Map.of(path, bytes("one two"))));
        assertThat(Await.result(store().file(path)).orElseThrow()).isEqualTo(bytes("one two"));
        List<String> paths = StoreContract.collect(slices -> store().files(slices));
        assertThat(paths).contains(path, path + ".p").doesNotHaveDuplicates();
    }

    @Test
    default void position_moves_from_the_expected_size_only() {
        long size = Await.result(store().position()).map(Position::size).orElse(0L);
        Position next = new Position(size + 2, bytes("note"), List.of(new Waiting(7, "x", bytes("e"))), 7);
        assertThat(Await.result(store().advance(size + 1, next))).isFalse();
        assertThat(Await.result(store().advance(size, next))).isTrue();
        assertThat(Await.result(store().advance(size, new Position(size + 3, bytes("no"), List.of(), 8))))
                .isFalse();
        assertThat(Await.result(store().position()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(next);
    }

    @Test
    default void lease_belongs_to_one_until_it_runs_out() {
        String name = "lease-" + UUID.randomUUID();
        Instant now = Fixtures.NOON;
        assertThat(Await.result(store().lease(name, "a", now, now.plusSeconds(10))))
                .isTrue();
        assertThat(Await.result(store().lease(name, "b", now.plusSeconds(5), now.plusSeconds(15))))
                .isFalse();
        assertThat(Await.result(store().lease(name, "a", now.plusSeconds(5), now.plusSeconds(15))))
                .isTrue();
        assertThat(Await.result(store().lease(name, "b", now.plusSeconds(15), now.plusSeconds(25))))
                .isTrue();
        assertThat(Await.result(store().lease(name, "a", now.plusSeconds(16), now.plusSeconds(26))))
                .isFalse();
    }

    @Test
    default void index_lists_newest_first_over_the_edge_of_a_part() {
        List<Indexed> entries = LongStream.range(9_990, 10_010)
                .mapToObj(index -> new Indexed(index, bytes("entry " + index)))
                .toList();
        Await.result(store().index(entries));
        Await.result(store().index(entries));
        assertThat(Await.result(store().listed(10_003, 6)))
                .extracting(Indexed::index)
                .containsExactly(10_002L, 10_001L, 10_000L, 9_999L, 9_998L, 9_997L);
        assertThat(Await.result(store().listed(Long.MAX_VALUE, 1)).get(0).entry())
                .isEqualTo(bytes("entry 10009"));
        assertThat(Await.result(store().listed(9_990, 5))).isEmpty();
    }
}
