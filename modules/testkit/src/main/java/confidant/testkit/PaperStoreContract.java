package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.store.PaperStore;
import confidant.store.PaperStore.Paper;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link PaperStore} promises. */
public interface PaperStoreContract extends StoreContract {

    private static Paper paper(PoolId pool, ClientId client, String kind, String id, long version, boolean open) {
        return new Paper(
                pool, client, kind, id, version, open, Fixtures.NOON.plusSeconds(version), Fixtures.sealed("paper"));
    }

    /** A kind that no other test uses, as the list of a kind is the house's. */
    private static String kind() {
        return "kind-" + Fixtures.blindKey().value();
    }

    private boolean put(Paper paper) {
        return Await.result(stores().papers().put(paper));
    }

    @Test
    default void paper_is_found_as_it_was_put_and_others_are_not_there() {
        String kind = kind();
        Paper one = paper(PoolId.random(), ClientId.random(), kind, "a", 1, false);
        Paper two = paper(one.pool(), one.client(), kind, "b", 1, true);
        assertThat(put(one) && put(two)).isTrue();
        PaperStore papers = stores().papers();
        assertThat(Await.result(papers.paper(one.pool(), one.client(), kind, "a")))
                .contains(one);
        assertThat(Await.result(papers.paper(one.pool(), one.client(), kind, "c")))
                .isEmpty();
        assertThat(Await.result(papers.paper(one.pool(), ClientId.random(), kind, "a")))
                .isEmpty();
        assertThat(Await.result(papers.papers(one.pool(), one.client(), kind))).containsExactly(one, two);
        assertThat(Await.result(papers.papers(one.pool(), one.client(), kind())))
                .isEmpty();
    }

    @Test
    default void paper_is_refused_where_its_version_is_not_the_next_and_a_repeat_is_not() {
        String kind = kind();
        Paper first = paper(PoolId.random(), ClientId.random(), kind, "a", 1, false);
        Paper second = paper(first.pool(), first.client(), kind, "a", 2, false);
        assertThat(put(second)).isFalse();
        assertThat(put(first)).isTrue();
        assertThat(put(first)).isTrue();
        assertThat(put(paper(first.pool(), first.client(), kind, "a", 1, false)))
                .isFalse();
        assertThat(put(second)).isTrue();
        assertThat(put(first)).isFalse();
        assertThat(Await.result(stores().papers().papers(first.pool(), first.client(), kind)))
                .containsExactly(second);
    }

    @Test
    default void version_is_given_to_one_of_eight_at_once() {
        String kind = kind();
        Paper first = paper(PoolId.random(), ClientId.random(), kind, "a", 1, false);
        put(first);
        List<Future<Boolean>> puts = IntStream.range(0, 8)
                .mapToObj(i -> stores().papers().put(paper(first.pool(), first.client(), kind, "a", 2, false)))
                .toList();
        assertThat(puts).filteredOn(Await::result).hasSize(1);
    }

    @Test
    default void open_papers_of_all_pools_are_listed_until_they_are_closed() {
        String kind = kind();
        Paper one = paper(PoolId.random(), ClientId.random(), kind, "a", 1, true);
        Paper two = paper(PoolId.random(), ClientId.random(), kind, "a", 1, true);
        Paper shut = paper(PoolId.random(), ClientId.random(), kind, "a", 1, false);
        assertThat(put(one) && put(two) && put(shut)).isTrue();
        assertThat(Await.result(stores().papers().open(kind))).containsExactlyInAnyOrder(one, two);
        put(paper(one.pool(), one.client(), kind, "a", 2, false));
        assertThat(Await.result(stores().papers().open(kind))).containsExactly(two);
    }
}
