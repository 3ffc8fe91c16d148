package confidant.bench.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Posts something until it is kept, as a platform delivers again what was not acknowledged. Thread-safe. */
public final class Insistence {
    private final Vertx vertx;
    private final Duration patience;
    private final Duration pause;

    /**
     * @param patience after how long to give up
     * @param pause between two tries
     */
    public Insistence(Vertx vertx, Duration patience, Duration pause) {
        this.vertx = vertx;
        this.patience = patience;
        this.pause = pause;
    }

    /**
     * What was kept at last.
     *
     * @param postedAt when the successful try began, on the clock of {@link System#nanoTime}
     * @param tries 1 when the first one was kept
     */
    public record Kept(Answered answer, long postedAt, int tries) {}

    /**
     * Posts until it is kept; fails when the patience is over or the server refuses for good.
     *
     * @param post is told whether it is posting again
     */
    public Future<Kept> until(Function<Boolean, Future<Answered>> post) {
        return until(post, 1, System.nanoTime() + patience.toNanos());
    }

    private Future<Kept> until(Function<Boolean, Future<Answered>> post, int number, long deadline) {
        long postedAt = System.nanoTime();
        return post.apply(number > 1).transform(done -> {
            if (done.succeeded() && done.result().kept()) {
                return Future.succeededFuture(new Kept(done.result(), postedAt, number));
            }
            if (done.succeeded() && !done.result().passing()) {
                return Future.failedFuture(
                        new Unexpected("a message", done.result().status()));
            }
            if (System.nanoTime() > deadline) {
                return Future.failedFuture(new Unexpected("a message was not kept within " + patience.toSeconds()
                        + " s, last "
                        + (done.succeeded() ? "answered with " + done.result().status() : "without an answer")));
            }
            return vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS)
                    .compose(later -> until(post, number + 1, deadline));
        });
    }
}
