package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import confidant.store.StoreUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Lets one process at a time change the schema: two that create the same table at once can leave a cluster with two
 * tables of one name. Lapses by itself if its holder dies.
 */
final class SchemaGuard {
    private static final int SECONDS = 60;
    private static final int LOOKS = 600;
    private static final long LOOK_EVERY = 250;
    private static final int TRIES = 3;

    private final Vertx vertx;
    private final Cql cql;
    private final Names names;
    private final UUID me = UUID.randomUUID();

    SchemaGuard(Vertx vertx, Cql cql, Names names) {
        this.vertx = vertx;
        this.cql = cql;
        this.names = names;
    }

    /** Succeeds when this process holds the guard; waits while another does. */
    Future<Void> hold() {
        return hold(LOOKS);
    }

    private Future<Void> hold(int looks) {
        SimpleStatement take = statement(
                "INSERT INTO {data}.schema_version (name, number, holder) VALUES ('guard', 0, ?)"
                        + " IF NOT EXISTS USING TTL " + SECONDS,
                me);
        return ask(take, TRIES).compose(attempt -> {
            boolean mine =
                    attempt.applied() || attempt.rows().stream().anyMatch(row -> me.equals(row.getUuid("holder")));
            if (mine) {
                return Future.succeededFuture();
            }
            return looks == 0
                    ? Future.failedFuture(new CassandraProblem(
                            "another process has been changing the schema for minutes",
                            "look at that process; its guard lapses a minute after it ends"))
                    : vertx.timer(LOOK_EVERY, TimeUnit.MILLISECONDS).compose(again -> hold(looks - 1));
        });
    }

    /** Holds it for longer; fails if it was lost. */
    Future<Void> keep() {
        SimpleStatement longer = statement(
                "UPDATE {data}.schema_version USING TTL " + SECONDS
                        + " SET holder = ? WHERE name = 'guard' AND number = 0 IF holder = ?",
                me,
                me);
        return ask(longer, TRIES)
                .compose(attempt -> attempt.applied()
                        ? Future.succeededFuture()
                        : Future.failedFuture(new CassandraProblem(
                                "another process took over changing the schema",
                                "start again when that process is done")));
    }

    Future<Void> release() {
        SimpleStatement end =
                statement("DELETE FROM {data}.schema_version WHERE name = 'guard' AND number = 0 IF holder = ?", me);
        return ask(end, TRIES).mapEmpty();
    }

    // A node that changes its schema answers late. Each of the three is true of this process alone, so that asking
    // again is
    // safe whether or not the first was carried out.
    private Future<Attempt> ask(SimpleStatement statement, int tries) {
        return cql.attempt(statement)
                .recover(failure -> failure instanceof StoreUnavailable && tries > 1
                        ? ask(statement, tries - 1)
                        : Future.failedFuture(failure));
    }

    private SimpleStatement statement(String text, Object... values) {
        return SimpleStatement.newInstance(names.fill(text), values)
                .setTimeout(Schema.CHANGE_TIMEOUT)
                .setIdempotent(false);
    }
}
