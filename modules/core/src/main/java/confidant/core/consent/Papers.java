package confidant.core.consent;

import confidant.core.Conflict;
import confidant.core.Fields;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.PaperStore.Paper;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Small papers of a client, sealed under the key of what the law makes the house keep. */
public final class Papers {
    private static final int TRIES = 5;

    private final House house;
    private final Gate gate;

    public Papers(House house, Gate gate) {
        this.house = house;
        this.gate = gate;
    }

    /** A paper that was opened. */
    public record Page(Ref client, String id, long version, boolean open, Instant at, Map<String, String> fields) {}

    /** One paper as {@code actor} may read it; empty if there is none or it does not open. */
    public Future<Optional<Page>> read(Actor actor, Ref client, String kind, String id) {
        return house.stores()
                .papers()
                .paper(client.pool(), client.client(), kind, id)
                .compose(found -> found.map(paper -> open(actor, paper))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** All papers of a kind that lie open in the house. */
    public Future<List<Page>> open(Actor actor, String kind) {
        return house.stores().papers().open(kind).compose(papers -> all(actor, papers));
    }

    /** All papers of a kind of one client. */
    public Future<List<Page>> all(Actor actor, Ref client, String kind) {
        return house.stores()
                .papers()
                .papers(client.pool(), client.client(), kind)
                .compose(papers -> all(actor, papers));
    }

    /** Writes a paper; {@code change} gets what is there (empty if nothing) and may be called again. */
    public Future<Page> write(
            Actor actor, Ref client, String kind, String id, boolean open, UnaryOperator<Map<String, String>> change) {
        return pass(actor, client).compose(pass -> write(pass, kind, id, open, change, TRIES));
    }

    /** Files a paper that never changes: what is there already stays. Asked for as something that is received. */
    public Future<Page> file(Actor actor, Ref client, String kind, String id, Map<String, String> fields) {
        return pass(actor, Act.RECEIVE, client)
                .compose(pass -> write(pass, kind, id, false, before -> before.isEmpty() ? fields : before, TRIES));
    }

    /**
     * Takes all papers of a kind along to who a client is next, each once: what became of it there is not undone. What lay open
     * does so there, and here no longer. Opened and sealed by the client's own permit.
     */
    public Future<Void> carry(Ref from, Ref to, String kind) {
        return all(Actor.of(from.client()), from, kind)
                .compose(pages -> Lanes.each(1, pages, page -> carry(to, kind, page)));
    }

    private Future<Void> carry(Ref to, String kind, Page page) {
        Actor there = Actor.of(to.client());
        UnaryOperator<Map<String, String>> first = before -> before.isEmpty() ? page.fields() : before;
        return read(there, to, kind, page.id())
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(found.get())
                        : write(there, to, kind, page.id(), page.open(), first))
                .compose(kept -> page.open()
                        ? write(Actor.of(page.client().client()), page.client(), kind, page.id(), false, same -> same)
                        : Future.succeededFuture(page))
                .mapEmpty();
    }

    private Future<Page> write(
            Pass pass, String kind, String id, boolean open, UnaryOperator<Map<String, String>> change, int tries) {
        if (tries == 0) {
            return Future.failedFuture(new Conflict("the paper"));
        }
        Ref client = pass.client();
        return house.stores()
                .papers()
                .paper(client.pool(), client.client(), kind, id)
                .compose(stored -> stored.map(paper -> plain(pass, paper))
                        .orElseGet(() -> Future.succeededFuture(Optional.of(Map.of())))
                        .compose(before -> {
                            long version = stored.map(Paper::version).orElse(0L) + 1;
                            Map<String, String> fields = Map.copyOf(change.apply(before.orElse(Map.of())));
                            return seal(pass, kind, id, version, fields).compose(box -> {
                                Instant now = house.now();
                                Paper paper =
                                        new Paper(client.pool(), client.client(), kind, id, version, open, now, box);
                                return house.stores()
                                        .papers()
                                        .put(paper)
                                        .compose(put -> put
                                                ? Future.succeededFuture(
                                                        new Page(client, id, version, open, now, fields))
                                                : write(pass, kind, id, open, change, tries - 1));
                            });
                        }));
    }

    private Future<Sealed> seal(Pass pass, String kind, String id, long version, Map<String, String> fields) {
        return gate.seal(pass, "paper", kind, id, version, Fields.write(fields));
    }

    private Future<List<Page>> all(Actor actor, List<Paper> papers) {
        List<Future<Optional<Page>>> opened =
                papers.stream().map(paper -> open(actor, paper)).toList();
        return Future.all(opened)
                .map(done ->
                        opened.stream().flatMap(one -> one.result().stream()).toList());
    }

    private Future<Optional<Page>> open(Actor actor, Paper paper) {
        Ref client = new Ref(paper.pool(), paper.client());
        return pass(actor, client)
                .compose(pass -> plain(pass, paper))
                .map(plain -> plain.map(
                        fields -> new Page(client, paper.id(), paper.version(), paper.open(), paper.at(), fields)));
    }

    private Future<Optional<Map<String, String>>> plain(Pass pass, Paper paper) {
        return gate.open(pass, "paper", paper.kind(), paper.id(), paper.version(), paper.content())
                .map(plain -> plain.map(Fields::read));
    }

    private Future<Pass> pass(Actor actor, Ref client) {
        return pass(actor, Act.READ, client);
    }

    private Future<Pass> pass(Actor actor, Act act, Ref client) {
        return gate.ask(actor, act, DataClass.CONSENT, Purpose.LEGAL, client)
                .map(answer -> answer.match(pass -> pass, refused -> {
                    throw new Conflict("the policy for keeping proof");
                }));
    }
}
