package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.Lang;
import confidant.model.PieceId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.ShareId;
import confidant.store.LibraryStore;
import confidant.store.LibraryStore.Piece;
import confidant.store.LibraryStore.Share;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link LibraryStore} promises. */
public interface LibraryStoreContract extends StoreContract {

    private LibraryStore store() {
        return stores().library();
    }

    private static Piece piece(PoolId pool) {
        return new Piece(
                PieceId.random(),
                pool,
                "Autumn leaves",
                Lang.EN,
                "picture",
                "Three places",
                "",
                new byte[] {1, 2, 3},
                Fixtures.NOON,
                Fixtures.NOON.plus(Duration.ofDays(30)));
    }

    private static Share share(PoolId pool, int total) {
        return new Share(
                ShareId.random(),
                pool,
                PieceId.random(),
                Purpose.SHARING,
                ConciergeId.random(),
                Fixtures.NOON,
                total,
                false);
    }

    private static List<ClientId> clients(int count) {
        return IntStream.range(0, count).mapToObj(i -> ClientId.random()).toList();
    }

    @Test
    default void piece_is_found_in_its_pool_only() {
        PoolId pool = PoolId.random();
        Piece piece = piece(pool);
        Await.result(store().put(piece));
        assertThat(Await.result(store().piece(pool, piece.id())).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(piece);
        assertThat(Await.result(store().pieces(pool))).extracting(Piece::id).containsExactly(piece.id());
        assertThat(Await.result(store().piece(PoolId.random(), piece.id()))).isEmpty();
        assertThat(Await.result(store().pieces(PoolId.random()))).isEmpty();
    }

    @Test
    default void share_is_unfinished_until_it_is_done() {
        PoolId pool = PoolId.random();
        Share share = share(pool, 2);
        Await.result(store().putShare(share, clients(2)));
        assertThat(Await.result(store().share(pool, share.id()))).contains(share);
        assertThat(Await.result(store().unfinished())).contains(share);
        Await.result(store().done(pool, share.id()));
        assertThat(Await.result(store().unfinished()))
                .noneMatch(open -> open.id().equals(share.id()));
        assertThat(Await.result(store().share(pool, share.id())).orElseThrow().done())
                .isTrue();
    }

    @Test
    default void share_put_again_keeps_outcomes_and_end() {
        PoolId pool = PoolId.random();
        Share share = share(pool, 1);
        List<ClientId> to = clients(1);
        Await.result(store().putShare(share, to));
        Await.result(store().outcome(share.id(), to.get(0), "sent"));
        Await.result(store().done(pool, share.id()));
        Await.result(store().putShare(share, to));
        assertThat(Await.result(store().open(share.id()))).isEmpty();
        assertThat(Await.result(store().unfinished()))
                .noneMatch(open -> open.id().equals(share.id()));
    }

    @Test
    default void recipients_are_open_until_they_have_an_outcome() {
        Share share = share(PoolId.random(), 250);
        List<ClientId> to = clients(250);
        Await.result(store().putShare(share, to));
        assertThat(Await.result(store().open(share.id()))).containsExactlyInAnyOrderElementsOf(to);
        Await.result(store().outcome(share.id(), to.get(0), "sent"));
        Await.result(store().outcome(share.id(), to.get(1), "cap-share-day"));
        Await.result(store().outcome(share.id(), to.get(1), "cap-share-day"));
        assertThat(Await.result(store().open(share.id()))).hasSize(248).doesNotContain(to.get(0), to.get(1));
        assertThat(Await.result(store().outcomes(share.id())))
                .isEqualTo(Map.of("queued", 248, "sent", 1, "cap-share-day", 1));
    }
}
