package confidant.channel.line;

import confidant.core.port.Courier.Outcome;
import confidant.core.port.Courier.Outgoing;
import confidant.fake.line.FakeLine;
import confidant.fake.line.LineEvents;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.MessageId;
import confidant.model.Personal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A courier and a fake platform that know each other. */
final class Post implements AutoCloseable {
    static final String USER = LineEvents.userId(7);
    static final String TOKEN = "channel-token";

    final Vertx vertx = Vertx.vertx();
    final FakeLine line = await(FakeLine.start(vertx, TOKEN));
    final LineAccount account = LineAccount.official("flagship", Secret.of("channel-secret"), Secret.of(TOKEN))
            .at(line.baseUrl());
    final LineCourier courier = new LineCourier(vertx, List.of(account));

    Outgoing push(String text) {
        return new Outgoing(MessageId.random(), address(), Personal.of(text), Optional.empty());
    }

    Outgoing reply(String text, String token) {
        return new Outgoing(MessageId.random(), address(), Personal.of(text), Optional.of(Personal.of(token)));
    }

    /** The same message at a second try, which has no reply token. */
    static Outgoing again(Outgoing message) {
        return new Outgoing(message.id(), message.to(), message.text(), Optional.empty());
    }

    Outcome send(Outgoing message) {
        return await(courier.send(message));
    }

    Outcome sendBy(LineAccount other, Outgoing message) {
        var otherCourier = new LineCourier(vertx, List.of(other));
        var outcome = await(otherCourier.send(message));
        await(otherCourier.close());
        return outcome;
    }

    LineAccount impatient() {
        return account.within(Duration.ofMillis(200));
    }

    LineAccount nowhere(int port) {
        return account.at(URI.create("http://127.0.0.1:" + port));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the future did not succeed", e);
        }
    }

    private static Address address() {
        return new Address(Channel.LINE, "flagship", Personal.of(USER));
    }

    @Override
    public void close() {
        await(courier.close());
        await(line.close());
        await(vertx.close());
    }
}
