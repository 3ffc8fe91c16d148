package confidant.core.contact;

import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Ref;
import confidant.store.ImportStore.Newcomer;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The clients of a pool who came by an import, so that those are found too with whom nothing was said yet. */
public final class Newcomers {
    private static final int MOST = 200;

    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Notes notes;

    Newcomers(House house, Gate gate, Directory directory, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.notes = notes;
    }

    /**
     * @param at when they came
     * @param talking whether anything was said yet
     */
    public record Row(
            ClientId client,
            Optional<Personal<String>> name,
            Channel channel,
            Lang lang,
            Instant at,
            boolean talking) {}

    /** @param next cursor of the next page; empty on the last */
    public record Page(List<Row> rows, int total, String next) {}

    /** A page of them, the latest first; names as policy shows them, with one line in the ledger. */
    public Future<Page> page(Desk desk, String cursor, int limit) {
        int from = position(cursor);
        List<Newcomer> all = Collections.synchronizedList(new ArrayList<>());
        return house.stores().imports().newcomers(desk.pool(), all::addAll).compose(done -> {
            List<Newcomer> whole = all.stream()
                    .filter(Newcomer::whole)
                    .sorted(Comparator.comparing(Newcomer::at)
                            .reversed()
                            .thenComparing(one -> one.client().toString()))
                    .toList();
            int to = Math.min(whole.size(), from + Math.min(limit, MOST));
            List<Newcomer> page = from >= to ? List.of() : whole.subList(from, to);
            String next = to < whole.size() ? String.valueOf(to) : "";
            return rows(desk, page).map(rows -> new Page(rows, whole.size(), next));
        });
    }

    private Future<List<Row>> rows(Desk desk, List<Newcomer> page) {
        if (page.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        List<Future<Optional<Row>>> rows =
                page.stream().map(one -> row(desk, one)).toList();
        Ref first = new Ref(desk.pool(), page.get(0).client());
        return Future.all(rows)
                .compose(all -> gate.ask(desk.actor(), Act.READ, DataClass.NAME, Purpose.SERVICE, first))
                .compose(answer -> answer.match(
                        pass -> notes.passed("read", desk.actor(), pass, List.of(DataClass.NAME), rows.size()),
                        refused -> Future.<Void>succeededFuture()))
                .map(noted ->
                        rows.stream().flatMap(row -> row.result().stream()).toList());
    }

    private Future<Optional<Row>> row(Desk desk, Newcomer one) {
        Ref client = new Ref(one.pool(), one.client());
        Future<Optional<Head>> head = house.stores().conversations().head(client);
        Future<Profile> profile = directory.profile(desk.actor(), client);
        return Future.all(head, profile)
                .map(both -> Optional.of(row(one, profile.result(), head.result())))
                // Erased a moment ago.
                .recover(failure -> failure instanceof NotFound
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    private static Row row(Newcomer one, Profile profile, Optional<Head> head) {
        return new Row(
                one.client(),
                profile.name(),
                profile.channel(),
                profile.lang(),
                one.at(),
                head.filter(said -> said.lastSeq() > 0).isPresent());
    }

    private static int position(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw new BadRequest("the cursor is not one of ours");
        }
    }
}
