package confidant.bench.replay;

import confidant.bench.client.DeskLine;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Said;
import confidant.bench.client.Unexpected;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Finds out which client of the pool somebody is who writes for the first time. A channel does not tell and no text may be
 * altered, so new clients come in one after the other: the next client that the desk was never told of before, whose first
 * words are the ones that were said, is the one. Used on one context only.
 */
public final class Introductions {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final DeskSeat desk;
    private final DeskLine line;
    private Future<Void> door = Future.succeededFuture();

    public Introductions(DeskSeat desk, DeskLine line) {
        this.desk = desk;
        this.line = line;
    }

    /** Who was met, and what posting gave. */
    public record Met<T>(String clientId, T posted) {}

    /** Posts the first words of a client that is new to the house. */
    public <T> Future<Met<T>> introduce(String firstWords, Supplier<Future<T>> post) {
        Future<Met<T>> met = door.compose(open -> {
            line.expectStranger();
            return post.get().compose(posted -> find(firstWords).map(client -> new Met<>(client, posted)));
        });
        door = met.transform(done -> Future.succeededFuture());
        return met;
    }

    private Future<String> find(String firstWords) {
        return search(firstWords)
                .timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .recover(failure -> Future.failedFuture(
                        failure instanceof TimeoutException
                                ? new Unexpected(
                                        "the desk was not told of a new client; does the account belong to it?")
                                : failure));
    }

    private Future<String> search(String firstWords) {
        return line.stranger()
                .compose(client -> desk.beginning(client).compose(said -> {
                    boolean same = said.stream()
                            .filter(message -> message.author().equals("client"))
                            .findFirst()
                            .map(Said::text)
                            .filter(firstWords::equals)
                            .isPresent();
                    return same ? Future.succeededFuture(client) : search(firstWords);
                }));
    }
}
