package confidant.bench.replay;

import confidant.bench.client.Answered;
import confidant.bench.client.DeskLine;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Insistence;
import confidant.bench.client.Insistence.Kept;
import confidant.bench.client.Unexpected;
import confidant.bench.client.Voice;
import confidant.bench.client.Voice.Utterance;
import confidant.bench.replay.Dialogue.Turn;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Sends dialogues through a running house, each as one new client, and reads them back at the desk. Within a dialogue a turn
 * is sent when the one before was acknowledged. What the assistant and the house say in between is left out of the check.
 */
public final class Replay {
    private final Vertx vertx;
    private final DeskSeat desk;
    private final DeskLine line;
    private final Voices voices;
    private final Plan plan;
    private final Insistence insistence;
    private final Introductions introductions;
    private final Pace pace;
    private final Deque<Conversation> waiting = new ArrayDeque<>();
    private final String run = UUID.randomUUID().toString();
    private int clientMessages;
    private int replies;
    private int retried;
    private int redelivered;

    /** @param line the live line of the same desk, opened before */
    public Replay(Vertx vertx, DeskSeat desk, DeskLine line, Voices voices, Plan plan) {
        this.vertx = vertx;
        this.desk = desk;
        this.line = line;
        this.voices = voices;
        this.plan = plan;
        this.insistence = new Insistence(vertx, plan.patience(), Duration.ofMillis(200));
        this.introductions = new Introductions(desk, line);
        this.pace = new Pace(vertx, plan.rate());
    }

    /** Once. Fails when the server refuses something for good or stays away for longer than the plan's patience. */
    public Future<Replayed> run(List<Dialogue> dialogues) {
        Context context = vertx.getOrCreateContext();
        Promise<Replayed> done = Promise.promise();
        context.runOnContext(start -> onContext(dialogues).onComplete(done));
        return done.future();
    }

    private Future<Replayed> onContext(List<Dialogue> dialogues) {
        List<Conversation> all = dialogues.stream().map(Conversation::new).toList();
        waiting.addAll(all);
        List<Future<Void>> lanes = IntStream.range(0, Math.min(plan.clients(), all.size()))
                .mapToObj(lane -> lane())
                .toList();
        Future<?> sent = lanes.isEmpty() ? Future.succeededFuture() : Future.all(lanes);
        return sent.compose(done -> new ReadBack(desk, line).all(all)).map(read -> result(all, read));
    }

    private Replayed result(List<Conversation> all, ReadBack.Read read) {
        int acknowledged =
                all.stream().mapToInt(one -> one.acknowledged().size()).sum();
        return new Replayed(
                all.size(),
                clientMessages + replies,
                acknowledged,
                retried,
                redelivered,
                read.found(),
                Quantiles.of(read.toSocket()),
                read.unheard());
    }

    private Future<Void> lane() {
        Conversation next = waiting.poll();
        return next == null ? Future.succeededFuture() : converse(next).compose(done -> lane());
    }

    private Future<Void> converse(Conversation conversation) {
        Dialogue dialogue = conversation.dialogue();
        return voices.next(dialogue.lang())
                .compose(voice -> begin(conversation, voice)
                        .compose(met -> turn(conversation, voice, new ArrayDeque<>(tail(dialogue.turns())))));
    }

    private static List<Turn> tail(List<Turn> turns) {
        return new ArrayList<>(turns.subList(1, turns.size()));
    }

    private Future<Void> begin(Conversation conversation, Voice voice) {
        Turn first = conversation.dialogue().turns().get(0);
        Utterance utterance = voice.utter(first.text());
        return introductions.introduce(first.text(), () -> say(utterance)).compose(met -> {
            conversation.met(met.clientId());
            conversation.acknowledge(first, met.posted().postedAt());
            return maybeAgain(utterance);
        });
    }

    private Future<Void> turn(Conversation conversation, Voice voice, Deque<Turn> left) {
        Turn turn = left.poll();
        if (turn == null) {
            return Future.succeededFuture();
        }
        Future<Void> done = turn.client() ? heard(conversation, voice, turn) : answer(conversation, turn);
        return done.compose(next -> turn(conversation, voice, left));
    }

    private Future<Void> heard(Conversation conversation, Voice voice, Turn turn) {
        Utterance utterance = voice.utter(turn.text());
        return say(utterance).compose(kept -> {
            conversation.acknowledge(turn, kept.postedAt());
            return maybeAgain(utterance);
        });
    }

    private Future<Kept> say(Utterance utterance) {
        clientMessages++;
        return pace.turn().compose(now -> insistence.until(utterance::post)).map(this::counted);
    }

    private Future<Void> answer(Conversation conversation, Turn turn) {
        String client = conversation.clientId().orElseThrow();
        String key = run + "-" + replies;
        replies++;
        return insistence
                .until(again -> desk.reply(client, key, turn.text()))
                .map(this::counted)
                .map(kept -> {
                    conversation.acknowledge(turn, kept.postedAt());
                    return null;
                });
    }

    private Kept counted(Kept kept) {
        retried += kept.tries() - 1;
        return kept;
    }

    /** Posts a share of what was acknowledged once more, evenly spread; the house must notice. */
    private Future<Void> maybeAgain(Utterance utterance) {
        if (Math.floor(clientMessages * plan.redeliver()) < redelivered + 1) {
            return Future.succeededFuture();
        }
        redelivered++;
        return utterance.post(true).map(this::accepted);
    }

    private Void accepted(Answered answer) {
        if (!answer.kept()) {
            throw new Unexpected("a message that was delivered twice was answered with status " + answer.status());
        }
        return null;
    }
}
