package confidant.bench.replay;

import confidant.bench.client.LineVoice;
import confidant.bench.client.Voice;
import confidant.bench.client.WebVoice;
import confidant.bench.client.Wire;
import confidant.fake.line.LineEvents;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Gives clients that the house has never met. Thread-safe. */
public final class Voices {
    private final Wire wire;
    private final Plan plan;
    private final String concierge;
    private final LineEvents events;
    private final AtomicLong user = new AtomicLong(new SecureRandom().nextLong() >>> 2);

    /**
     * @param concierge whom web chats are opened with
     * @param replyTokens gives a LINE reply token for a user
     */
    public Voices(Wire wire, Plan plan, String concierge, UnaryOperator<String> replyTokens) {
        this.wire = wire;
        this.plan = plan;
        this.concierge = concierge;
        this.events = new LineEvents(
                plan.line().secret().isEmpty() ? "none" : plan.line().secret(), replyTokens, Clock.systemUTC());
    }

    /** A new client. */
    public Future<Voice> next(String lang) {
        if (plan.channel() == Plan.Channel.WEB) {
            return WebVoice.open(wire, concierge, lang).map(voice -> voice);
        }
        String userId = LineEvents.userId(user.incrementAndGet());
        return Future.succeededFuture(new LineVoice(wire, events, plan.line().key(), userId));
    }
}
