package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ManagerId;
import confidant.store.FigureStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Managers' answers and budgets. A quarter is one partition, so that one condition covers an answer and what it cost. */
final class CassandraFigures implements FigureStore {
    private static final String ANSWER = "answer";
    private static final String BUDGET = "budget";

    private final Cql cql;
    private final String house;
    private final Query one;
    private final Query all;
    private final Query first;
    private final Query next;

    CassandraFigures(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        String kind = " WHERE house = ? AND quarter = ? AND kind = ?";
        this.one = queries.serialRead("SELECT * FROM {data}.figure" + kind + " AND name = ?");
        this.all = queries.serialRead("SELECT * FROM {data}.figure" + kind);
        String answer = "BEGIN BATCH INSERT INTO {data}.figure"
                + " (house, quarter, kind, name, id, at, epsilon, threshold, shown, withheld)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS; %s; APPLY BATCH";
        this.first = queries.conditional(answer.formatted("INSERT INTO {data}.figure"
                + " (spent, house, quarter, kind, name) VALUES (?, ?, ?, ?, ?) IF NOT EXISTS"));
        this.next = queries.conditional(
                answer.formatted("UPDATE {data}.figure SET spent = ?" + kind + " AND name = ? IF spent = ?"));
    }

    @Override
    public Future<Optional<Answer>> answer(String quarter, String question, String period) {
        return cql.one(one.bind(house, quarter, ANSWER, name(question, period)), CassandraFigures::answer);
    }

    @Override
    public Future<List<Answer>> answers(String quarter) {
        return cql.all(all.bind(house, quarter, ANSWER), CassandraFigures::answer);
    }

    @Override
    public Future<String> spent(String quarter, ManagerId manager) {
        return cql.one(
                        one.bind(house, quarter, BUDGET, manager.toString()),
                        row -> Objects.requireNonNullElse(row.getString("spent"), ""))
                .map(found -> found.orElse(""));
    }

    @Override
    public Future<Boolean> give(String quarter, ManagerId manager, String before, String after, Answer answer) {
        return cql.attempt(giving(quarter, manager, before, after, answer)).compose(attempt -> {
            if (attempt.applied() || !attempt.doubtful()) {
                return Future.succeededFuture(attempt.applied());
            }
            // The try that went unanswered may have been the one that stands now.
            return answer(quarter, answer.question(), answer.period())
                    .map(stored -> stored.filter(there -> there.id().equals(answer.id()))
                            .isPresent());
        });
    }

    private BoundStatement giving(String quarter, ManagerId manager, String before, String after, Answer answer) {
        List<Object> values = new ArrayList<>(Arrays.asList(
                house,
                quarter,
                ANSWER,
                name(answer.question(), answer.period()),
                answer.id(),
                answer.at(),
                answer.epsilon(),
                answer.threshold(),
                answer.shown(),
                answer.withheld(),
                after,
                house,
                quarter,
                BUDGET,
                manager.toString()));
        if (before.isEmpty()) {
            return first.bind(values.toArray());
        }
        values.add(before);
        return next.bind(values.toArray());
    }

    private static String name(String question, String period) {
        return period + "/" + question;
    }

    private static Answer answer(Row row) {
        String[] name = Objects.requireNonNullElse(row.getString("name"), "/").split("/", 2);
        Map<String, Long> shown = Objects.requireNonNullElse(row.getMap("shown", String.class, Long.class), Map.of());
        return new Answer(
                row.getUuid("id"),
                name[1],
                name[0],
                Objects.requireNonNullElse(row.getInstant("at"), Instant.EPOCH),
                Objects.requireNonNullElse(row.getString("epsilon"), ""),
                row.getInt("threshold"),
                shown,
                Objects.requireNonNullElse(row.getList("withheld", String.class), List.of()));
    }
}
