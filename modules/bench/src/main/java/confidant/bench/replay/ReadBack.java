package confidant.bench.replay;

import confidant.bench.client.DeskLine;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Said;
import confidant.bench.replay.Conversation.Acknowledged;
import confidant.bench.replay.Conversation.Spoken;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** Reads conversations at the desk, one after the other, and compares. Used on one context only. */
final class ReadBack {
    private final DeskSeat desk;
    private final DeskLine line;
    private final List<Long> toSocket = new ArrayList<>();
    private Comparison found = new Comparison(0, 0, 0, 0);
    private int unheard;

    ReadBack(DeskSeat desk, DeskLine line) {
        this.desk = desk;
        this.line = line;
    }

    /** @param toSocket nanoseconds from the post to the desk's socket, of each client message that was heard of */
    record Read(Comparison found, List<Long> toSocket, int unheard) {}

    Future<Read> all(List<Conversation> conversations) {
        return next(new ArrayDeque<>(conversations));
    }

    private Future<Read> next(Deque<Conversation> left) {
        Conversation conversation = left.poll();
        if (conversation == null) {
            return Future.succeededFuture(new Read(found, toSocket, unheard));
        }
        String client = conversation.clientId().orElseThrow();
        return desk.conversation(client).compose(said -> {
            compare(conversation, client, said.stream().filter(Said::byPerson).toList());
            return next(left);
        });
    }

    private void compare(Conversation conversation, String client, List<Said> said) {
        found = found.plus(Comparison.of(
                conversation.spoken(), said.stream().map(Spoken::of).toList()));
        Deque<Said> left = new ArrayDeque<>(said);
        for (Acknowledged one : conversation.acknowledged()) {
            while (!left.isEmpty() && !Spoken.of(left.peek()).equals(one.spoken())) {
                left.poll();
            }
            if (!left.isEmpty() && one.spoken().author().equals("client")) {
                time(line.heardAt(client, left.peek().seq()), one.postedAt());
            }
            left.poll();
        }
    }

    private void time(OptionalLong heardAt, long postedAt) {
        if (heardAt.isPresent()) {
            toSocket.add(heardAt.getAsLong() - postedAt);
        } else {
            unheard++;
        }
    }
}
