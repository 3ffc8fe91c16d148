package confidant.bench.load;

import confidant.bench.client.DeskLine;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Insistence;
import confidant.bench.client.Insistence.Kept;
import confidant.bench.client.Said;
import confidant.bench.client.Voice.Utterance;
import confidant.bench.replay.Comparison;
import confidant.bench.replay.Introductions;
import confidant.bench.replay.Pace;
import confidant.bench.replay.Quantiles;
import confidant.bench.replay.Voices;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Clients who are known to the house and write as long as they are asked to, each the next message when the one before was
 * acknowledged. What is not acknowledged is posted again under the same identity, as a platform does. Thread-safe.
 */
public final class Crowd {
    private final Context context;
    private final Insistence insistence;
    private final List<Member> members = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private final List<Future<Void>> writing = new ArrayList<>();
    private volatile boolean stopped = true;

    private Crowd(Vertx vertx, Duration patience) {
        this.context = vertx.getOrCreateContext();
        this.insistence = new Insistence(vertx, patience, Duration.ofMillis(300));
    }

    /** Brings so many new clients into the house; each has said one thing then. */
    public static Future<Crowd> gather(
            Vertx vertx, DeskSeat desk, DeskLine line, Voices voices, int size, Duration patience) {
        Crowd crowd = new Crowd(vertx, patience);
        Introductions introductions = new Introductions(desk, line);
        return crowd.onContext(() -> {
            Future<Void> all = Future.succeededFuture();
            for (int i = 0; i < size; i++) {
                int number = i;
                all = all.compose(before -> voices.next("en"))
                        .compose(voice -> crowd.join(introductions, new Member(number, voice)));
            }
            return all.map(crowd);
        });
    }

    private Future<Void> join(Introductions introductions, Member member) {
        String text = member.nextText();
        Utterance utterance = member.voice().utter(text);
        return introductions
                .introduce(text, () -> insistence.until(utterance::post))
                .map(met -> {
                    member.met(met.clientId());
                    kept(member, text, met.posted());
                    members.add(member);
                    return null;
                });
    }

    private void kept(Member member, String text, Kept kept) {
        member.acknowledged(text, kept);
        acknowledged.incrementAndGet();
        retried.addAndGet(kept.tries() - 1);
    }

    /** Lets everybody write. */
    public void start(Pace pace) {
        stopped = false;
        context.runOnContext(now -> members.forEach(member -> writing.add(write(member, pace))));
    }

    private Future<Void> write(Member member, Pace pace) {
        if (stopped) {
            return Future.succeededFuture();
        }
        String text = member.nextText();
        Utterance utterance = member.voice().utter(text);
        return pace.turn().compose(turn -> insistence.until(utterance::post)).compose(kept -> {
            kept(member, text, kept);
            return write(member, pace);
        });
    }

    /** Lets everybody finish what they are saying; fails when something of it could not be said. */
    public Future<Void> stop() {
        stopped = true;
        return onContext(() -> Future.join(List.copyOf(writing)).map(done -> {
            writing.clear();
            return null;
        }));
    }

    /** Whether everybody is still at it; false when somebody gave up. */
    public boolean writing() {
        return writing.stream().noneMatch(Future::failed);
    }

    public long acknowledged() {
        return acknowledged.get();
    }

    /** How often something was posted again because it was not acknowledged. */
    public long retried() {
        return retried.get();
    }

    /**
     * What became of it all.
     *
     * @param gaps conversations whose numbers do not run from 1 without a gap
     * @param toSocket from post to the desk's socket, of messages posted since {@code since}
     * @param toAnswer from post to its answer, of the same
     */
    public record Outcome(Comparison found, int gaps, Quantiles toSocket, Quantiles toAnswer) {}

    /** Reads everything back, when nobody writes. {@code since} is on the clock of {@link System#nanoTime}. */
    public Future<Outcome> outcome(DeskSeat desk, DeskLine line, long since) {
        Tally tally = new Tally(line, since);
        return onContext(() -> {
            Future<Void> all = Future.succeededFuture();
            for (Member member : members) {
                all = all.compose(before -> desk.conversation(member.clientId()))
                        .map(said -> tally.add(member, said));
            }
            return all.map(done -> tally.outcome());
        });
    }

    private <T> Future<T> onContext(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(now -> work.get().onComplete(promise));
        return promise.future();
    }

    private static final class Tally {
        private final DeskLine line;
        private final long since;
        private final List<Long> toSocket = new ArrayList<>();
        private final List<Long> toAnswer = new ArrayList<>();
        private Comparison found = new Comparison(0, 0, 0, 0);
        private int gaps;

        Tally(DeskLine line, long since) {
            this.line = line;
            this.since = since;
        }

        Void add(Member member, List<Said> said) {
            long[] seqs = said.stream().mapToLong(Said::seq).toArray();
            gaps += Arrays.equals(seqs, LongStream.rangeClosed(1, seqs.length).toArray()) ? 0 : 1;
            List<Said> own =
                    said.stream().filter(one -> one.author().equals("client")).toList();
            List<String> texts = own.stream().map(Said::text).toList();
            found = found.plus(Comparison.of(member.texts(), texts));
            if (texts.equals(member.texts())) {
                times(member, own);
            }
            return null;
        }

        private void times(Member member, List<Said> own) {
            for (int i = 0; i < own.size(); i++) {
                if (member.postedAt(i) >= since) {
                    OptionalLong heard =
                            line.heardAt(member.clientId(), own.get(i).seq());
                    if (heard.isPresent()) {
                        toSocket.add(heard.getAsLong() - member.postedAt(i));
                    }
                    toAnswer.add(member.answeredAt(i) - member.postedAt(i));
                }
            }
        }

        Outcome outcome() {
            return new Outcome(found, gaps, Quantiles.of(toSocket), Quantiles.of(toAnswer));
        }
    }
}
