package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.testkit.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> begun = new ArrayList<>();

    private Future<String> take(String partition, String name, Future<String> work) {
        return turns.take(partition, () -> {
            begun.add(name);
            return work;
        });
    }

    @Test
    void turn_begins_when_the_one_before_has_ended() {
        Promise<String> first = Promise.promise();
        take("a", "first", first.future());
        Future<String> second = take("a", "second", Future.succeededFuture("done"));
        assertThat(begun).containsExactly("first");
        first.complete("done");
        assertThat(Await.result(second)).isEqualTo("done");
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void turn_begins_after_a_failure_too() {
        Promise<String> first = Promise.promise();
        Future<String> failing = take("a", "first", first.future());
        Future<String> second = take("a", "second", Future.succeededFuture("done"));
        first.fail(new IllegalStateException("broken"));
        assertThat(Await.failure(failing)).hasMessage("broken");
        assertThat(Await.result(second)).isEqualTo("done");
    }

    @Test
    void turns_of_other_partitions_do_not_wait() {
        take("a", "a", Promise.<String>promise().future());
        take("b", "b", Future.succeededFuture("done"));
        assertThat(begun).containsExactly("a", "b");
    }

    @Test
    void turns_beyond_capacity_are_refused() {
        Promise<String> stuck = Promise.promise();
        for (int i = 0; i < Turns.MOST_WAITING; i++) {
            take("a", "waiting", stuck.future());
        }
        assertThat(Await.failure(take("a", "too many", stuck.future()))).hasMessage("the store is over capacity");
        assertThat(begun).doesNotContain("too many");
    }
}
