package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import confidant.store.Slices;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the driver's stages become futures: on the caller's Vert.x context where there is one, with the
 * driver's failures told in the words of the ports.
 */
final class Cql {
    private static final int TRIES = 4;

    private final Vertx vertx;
    private final CqlSession session;

    Cql(Vertx vertx, CqlSession session) {
        this.vertx = vertx;
        this.session = session;
    }

    static Future<Cql> of(Vertx vertx, Supplier<CompletionStage<CqlSession>> opening) {
        return translated(on(opening)).map(session -> new Cql(vertx, session));
    }

    CqlSession session() {
        return session;
    }

    Future<AsyncResultSet> run(Statement<?> statement) {
        return translated(raw(statement));
    }

    Future<Void> write(Statement<?> statement) {
        return run(statement).mapEmpty();
    }

    <T> Future<Optional<T>> one(Statement<?> statement, Function<Row, T> read) {
        return run(statement).map(rows -> Optional.ofNullable(rows.one()).map(read));
    }

    <T> Future<List<T>> all(Statement<?> statement, Function<Row, T> read) {
        List<T> found = new ArrayList<>();
        return pour(statement, read, found::addAll).map(done -> found);
    }

    /** All pages of a result, made out row by row by whoever goes through the stream. */
    <T> Future<Stream<T>> stream(Statement<?> statement, Function<Row, T> read) {
        return run(statement)
                .compose(first -> rest(first, Stream.of(first)))
                .map(pages -> pages.flatMap(
                                page -> StreamSupport.stream(page.currentPage().spliterator(), false))
                        .map(read));
    }

    private Future<Stream<AsyncResultSet>> rest(AsyncResultSet last, Stream<AsyncResultSet> pages) {
        return last.hasMorePages()
                ? translated(on(last::fetchNextPage)).compose(next -> rest(next, Stream.concat(pages, Stream.of(next))))
                : Future.succeededFuture(pages);
    }

    /** Hands out the result page by page. */
    <T> Future<Void> pour(Statement<?> statement, Function<Row, T> read, Slices<T> slices) {
        return run(statement).compose(page -> pages(page, read, slices));
    }

    private <T> Future<Void> pages(AsyncResultSet page, Function<Row, T> read, Slices<T> slices) {
        List<T> slice = new ArrayList<>();
        page.currentPage().forEach(row -> slice.add(read.apply(row)));
        if (!slice.isEmpty()) {
            slices.take(slice);
        }
        return page.hasMorePages()
                ? translated(on(page::fetchNextPage)).compose(next -> pages(next, read, slices))
                : Future.succeededFuture();
    }

    /**
     * Runs a conditional write, again if it went unanswered. The statement must be one that does no harm when it was
     * applied before.
     */
    Future<Attempt> attempt(Statement<?> statement) {
        return attempt(statement, 1);
    }

    private Future<Attempt> attempt(Statement<?> statement, int number) {
        return raw(statement)
                .map(result -> new Attempt(result.wasApplied(), number > 1, rows(result)))
                .recover(failure -> number < TRIES && Failures.leavesDoubt(failure)
                        ? pause(number).compose(again -> attempt(statement, number + 1))
                        : Future.failedFuture(Failures.translate(failure)));
    }

    private static List<Row> rows(AsyncResultSet result) {
        List<Row> rows = new ArrayList<>();
        if (!result.wasApplied()) {
            result.currentPage().forEach(rows::add);
        }
        return rows;
    }

    /** Does what takes long, off the event loop. */
    <T> Future<T> aside(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private Future<Void> pause(int number) {
        return vertx.timer(20L << number, TimeUnit.MILLISECONDS);
    }

    private Future<AsyncResultSet> raw(Statement<?> statement) {
        return on(() -> session.executeAsync(statement));
    }

    /** Ends on the caller's context. */
    static <T> Future<T> stage(Supplier<CompletionStage<T>> work) {
        return translated(on(work));
    }

    private static <T> Future<T> on(Supplier<CompletionStage<T>> work) {
        return on(Vertx.currentContext(), work);
    }

    private static <T> Future<T> on(@Nullable Context context, Supplier<CompletionStage<T>> work) {
        try {
            CompletionStage<T> stage = work.get();
            return context == null ? Future.fromCompletionStage(stage) : Future.fromCompletionStage(stage, context);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static <T> Future<T> translated(Future<T> future) {
        return future.recover(failure -> Future.failedFuture(Failures.translate(failure)));
    }
}
