package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.testkit.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LanesTest {

    @Test
    void no_more_are_under_way_than_there_are_lanes() {
        List<Promise<Void>> under = new ArrayList<>();
        Future<Void> all = Lanes.each(List.of(1, 2, 3, 4, 5), 2, item -> {
            Promise<Void> promise = Promise.promise();
            under.add(promise);
            return promise.future();
        });
        assertThat(under).hasSize(2);
        for (int i = 0; i < 5; i++) {
            assertThat(under).hasSizeLessThanOrEqualTo(i + 2);
            under.get(i).complete();
        }
        assertThat(all.succeeded()).isTrue();
    }

    @Test
    void nothing_is_begun_after_a_failure() {
        List<Integer> begun = new ArrayList<>();
        Future<Void> all = Lanes.each(List.of(1, 2, 3), 1, item -> {
            begun.add(item);
            return Future.failedFuture(new IllegalStateException("broken"));
        });
        assertThat(Await.failure(all)).hasMessage("broken");
        assertThat(begun).containsExactly(1);
    }

    @Test
    void many_that_end_at_once_do_not_exhaust_the_stack() {
        List<Integer> many = IntStream.range(0, 100_000).boxed().toList();
        assertThat(Lanes.each(many, 4, item -> Future.succeededFuture()).succeeded())
                .isTrue();
    }

    @Test
    void none_is_done_at_once() {
        assertThat(Lanes.each(List.of(), 4, item -> Promise.promise().future()).succeeded())
                .isTrue();
    }
}
