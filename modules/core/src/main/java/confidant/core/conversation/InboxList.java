package confidant.core.conversation;

import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.conversation.Conversations.Inbox;
import confidant.core.conversation.Conversations.InboxRow;
import confidant.core.gate.Gate;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.people.Recent;
import confidant.core.people.Staff;
import confidant.model.Author;
import confidant.model.DataClass;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The inbox of a pool: who waits longest comes first. */
public final class InboxList {
    /** How long the assistant stays silent after a concierge has written. */
    public static final Duration SILENCE = Duration.ofMinutes(30);

    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Staff staff;
    private final Notes notes;
    private final Recent<Ref, Instant> waiting = new Recent<>(50_000);

    public InboxList(House house, Gate gate, Directory directory, Staff staff, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.staff = staff;
        this.notes = notes;
    }

    /** A client has written; their wait begins unless it has begun. */
    public void waits(Ref client, Instant since) {
        if (waiting.get(client).isEmpty()) {
            waiting.put(client, since);
        }
    }

    public void answered(Ref client) {
        waiting.remove(client);
    }

    Future<Inbox> page(Desk desk, String cursor, int limit) {
        int from = cursor.isEmpty() ? 0 : position(cursor);
        List<Head> heads = new ArrayList<>();
        return house.stores()
                .conversations()
                .heads(desk.pool(), slice -> {
                    synchronized (heads) {
                        heads.addAll(slice);
                    }
                })
                .compose(done -> staff.of(desk.pool()))
                .compose(concierge -> {
                    List<Head> sorted = heads.stream()
                            .sorted(Comparator.comparing((Head head) ->
                                            since(desk.pool(), head).orElse(Instant.MAX))
                                    .thenComparing(
                                            Comparator.comparing(Head::lastAt).reversed()))
                            .toList();
                    int all = (int) sorted.stream()
                            .filter(head -> since(desk.pool(), head).isPresent())
                            .count();
                    int to = Math.min(sorted.size(), from + limit);
                    List<Head> page = from >= to ? List.of() : sorted.subList(from, to);
                    String next = to < sorted.size() ? String.valueOf(to) : "";
                    return rows(desk, page, concierge.promisedMinutes()).map(rows -> new Inbox(rows, all, next));
                });
    }

    private Future<List<InboxRow>> rows(Desk desk, List<Head> heads, int minutes) {
        if (heads.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        List<Future<Optional<InboxRow>>> rows = heads.stream()
                .map(head -> directory
                        .profile(desk.actor(), new Ref(desk.pool(), head.client()))
                        .map(profile -> Optional.of(row(desk.pool(), head, profile, minutes)))
                        // Of an erased client the head may be left, and nothing else.
                        .recover(failure -> failure instanceof NotFound
                                ? Future.succeededFuture(Optional.empty())
                                : Future.failedFuture(failure)))
                .toList();
        Ref first = new Ref(desk.pool(), heads.get(0).client());
        // One line for the page: names were looked at, this many of them.
        return Future.all(rows)
                .compose(all -> gate.ask(desk.actor(), Act.READ, DataClass.NAME, Purpose.SERVICE, first))
                .compose(answer -> answer.match(
                        pass -> notes.passed("read", desk.actor(), pass, List.of(DataClass.NAME), rows.size()),
                        refused -> Future.<Void>succeededFuture()))
                .map(noted ->
                        rows.stream().flatMap(row -> row.result().stream()).toList());
    }

    private InboxRow row(PoolId pool, Head head, Profile profile, int minutes) {
        Optional<Instant> since = since(pool, head);
        return new InboxRow(
                head.client(),
                profile.name(),
                head.channel(),
                profile.lang(),
                head.lastSeq(),
                head.lastAt(),
                head.lastAuthor(),
                since,
                minutes,
                silent(head, house.now()),
                since.isPresent());
    }

    /** Whether the assistant keeps silent in this conversation. */
    public static boolean silent(Head head, Instant now) {
        return head.humanAt().filter(at -> now.isBefore(at.plus(SILENCE))).isPresent();
    }

    private Optional<Instant> since(PoolId pool, Head head) {
        Ref client = new Ref(pool, head.client());
        Optional<Instant> wrote = head.clientAt();
        boolean open = wrote.isPresent()
                && (head.lastAuthor() == Author.CLIENT || waiting.get(client).isPresent())
                && head.humanAt().filter(human -> human.isAfter(wrote.get())).isEmpty();
        return open ? Optional.of(waiting.get(client).orElseGet(wrote::get)) : Optional.empty();
    }

    private static int position(String cursor) {
        try {
            return Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw new BadRequest("the cursor is not one of ours");
        }
    }
}
