package confidant.store.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import confidant.store.StoreUnavailable;
import confidant.testkit.Await;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class GatheringTest {
    private final List<List<String>> sent = new ArrayList<>();
    private final List<CompletableFuture<AsyncResultSet>> answers = new ArrayList<>();
    private final Gathering<String> gathering = new Gathering<>(this::send);

    private CompletableFuture<AsyncResultSet> send(Statement<?> statement) {
        List<String> parts = new ArrayList<>();
        if (statement instanceof BatchStatement batch) {
            batch.forEach(part -> parts.add(((SimpleStatement) part).getQuery()));
        } else {
            parts.add(((SimpleStatement) statement).getQuery());
        }
        sent.add(parts);
        CompletableFuture<AsyncResultSet> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    private Future<Void> write(String partition, String name) {
        return gathering.write(partition, SimpleStatement.newInstance(name));
    }

    private void answer(int number) {
        answers.get(number).complete(null);
    }

    @Test
    void write_goes_at_once_when_it_comes_alone() {
        Future<Void> first = write("a", "1");
        assertThat(sent).containsExactly(List.of("1"));
        assertThat(first.isComplete()).isFalse();
        answer(0);
        Await.result(first);
        write("a", "2");
        assertThat(sent).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void writes_that_come_meanwhile_go_together() {
        write("a", "1");
        Future<Void> second = write("a", "2");
        Future<Void> third = write("a", "3");
        answer(0);
        assertThat(sent).containsExactly(List.of("1"), List.of("2", "3"));
        assertThat(second.isComplete()).isFalse();
        answer(1);
        Await.result(second);
        Await.result(third);
    }

    @Test
    void writes_to_other_partitions_do_not_wait() {
        write("a", "1");
        write("b", "2");
        assertThat(sent).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void failure_is_told_to_those_that_went_together_and_to_nobody_else() {
        write("a", "1");
        Future<Void> second = write("a", "2");
        answer(0);
        Future<Void> third = write("a", "3");
        answers.get(1).completeExceptionally(new IllegalStateException("broken"));
        assertThat(Await.failure(second)).isInstanceOf(StoreUnavailable.class);
        answer(2);
        Await.result(third);
    }

    @Test
    void writes_beyond_capacity_are_refused_and_the_others_go_on() {
        write("a", "1");
        List<Future<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < Gathering.MOST_WAITING; i++) {
            waiting.add(write("a", "waiting"));
        }
        assertThat(Await.failure(write("a", "too many"))).isInstanceOf(StoreUnavailable.class);
        for (int i = 0; i < answers.size(); i++) {
            answer(i);
        }
        waiting.forEach(Await::result);
        assertThat(sent.stream().mapToInt(List::size).sum()).isEqualTo(Gathering.MOST_WAITING + 1);
    }
}
