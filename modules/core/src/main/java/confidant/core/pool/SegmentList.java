package confidant.core.pool;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.core.pool.Pools.Row;
import confidant.core.pool.Pools.Rows;
import confidant.model.ClientId;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows the clients of a segment, a page at a time. */
final class SegmentList {
    private static final int LONGEST = 100;

    private final Gate gate;
    private final Directory directory;

    SegmentList(Gate gate, Directory directory) {
        this.gate = gate;
        this.directory = directory;
    }

    Future<Rows> page(Desk desk, Segment segment, List<ClientId> clients, String cursor, int limit) {
        int from = cursor.isEmpty() ? 0 : after(clients, read(cursor));
        int to = Math.min(clients.size(), from + Math.max(1, Math.min(limit, LONGEST)));
        String next = to < clients.size() ? write(clients.get(to - 1)) : "";
        List<Future<Optional<Row>>> rows = clients.subList(from, to).stream()
                .map(client -> row(desk, segment, new Ref(desk.pool(), client)))
                .toList();
        return Future.all(rows)
                .map(all -> new Rows(
                        rows.stream()
                                .map(Future::result)
                                .flatMap(Optional::stream)
                                .toList(),
                        next));
    }

    // Another node may have taken a withdrawal that this one's bitmaps do not know of; the history does.
    private Future<Optional<Row>> row(Desk desk, Segment segment, Ref client) {
        return gate.stand(desk.actor(), segment.purpose(), client)
                .map(stand -> stand.askAny(Act.SEGMENT, gate.classes(segment.purpose())))
                .compose(answer -> answer instanceof Answer.Done<Pass>
                        ? directory
                                .profile(desk.actor(), client)
                                .map(who ->
                                        Optional.of(new Row(client.client(), who.name(), who.channel(), who.lang())))
                        : Future.succeededFuture(Optional.empty()));
    }

    // The client of the cursor may have dropped out meanwhile; the list is sorted but for those who came last.
    private static int after(List<ClientId> clients, ClientId last) {
        int at = clients.indexOf(last);
        if (at >= 0) {
            return at + 1;
        }
        int from = 0;
        while (from < clients.size() && PoolIndex.ORDER.compare(clients.get(from), last) < 0) {
            from++;
        }
        return from;
    }

    private static String write(ClientId client) {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(client.value().getMostSignificantBits())
                .putLong(client.value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static ClientId read(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            return new ClientId(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new BadRequest("this is not a cursor of this list");
        }
    }
}
