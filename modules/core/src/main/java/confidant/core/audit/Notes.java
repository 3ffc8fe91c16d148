package confidant.core.audit;

import confidant.core.House;
import confidant.core.gate.Pass;
import confidant.core.gate.Tally;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.DataClass;
import confidant.model.LedgerEvent;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.LedgerStore.Waiting;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the lines of the ledger. An act whose line could not be stored must not be acknowledged. */
public final class Notes {
    private final House house;
    private final AtomicLong counter = new AtomicLong();
    private final String start;

    public Notes(House house) {
        this.house = house;
        this.start = String.format("%013d", house.clock().millis());
    }

    /** Stores a line; durable when the future succeeds, in the log a moment later. */
    public Future<Void> note(LedgerEvent event) {
        long bucket = Bucket.of(house.now());
        String id = start + "-" + String.format("%012d", counter.incrementAndGet()) + "-" + house.node();
        return house.stores().ledger().append(new Waiting(bucket, id, EntryText.write(event)));
    }

    /** What a pass let happen. */
    public Future<Void> passed(String event, Actor actor, Pass pass, List<DataClass> classes, int count) {
        return note(new LedgerEvent(
                house.now(),
                event,
                shown(actor, pass.client().client()),
                pseudonym(pass.client().client()),
                pass.opening().purpose().id(),
                pass.rule(),
                pass.permit().policyHash(),
                classes.stream().map(DataClass::id).sorted().toList(),
                pass.permit().precision(),
                count,
                ""));
    }

    /**
     * A look at what is blunted otherwise.
     *
     * @param event {@code glass.begun} before anything can be seen, {@code glass.read} for each reading, {@code glass.stated} when an
     *     officer reads what was stated
     */
    public Future<Void> look(String event, Actor actor, Pass pass, DataClass what, int count, String why) {
        return note(new LedgerEvent(
                house.now(),
                event,
                actor,
                pseudonym(pass.client().client()),
                pass.opening().purpose().id(),
                pass.rule(),
                pass.permit().policyHash(),
                List.of(what.id()),
                pass.permit().precision(),
                count,
                why));
    }

    /** Tags of one class that were taken away because their time was over; {@code why} says which. */
    public Future<Void> ended(Actor actor, Pass pass, DataClass what, int count, String why) {
        return note(new LedgerEvent(
                house.now(),
                "retention",
                actor,
                pseudonym(pass.client().client()),
                pass.opening().purpose().id(),
                pass.rule(),
                pass.permit().policyHash(),
                List.of(what.id()),
                Precision.NONE,
                count,
                why));
    }

    /** What a rule stopped. */
    public Future<Void> dropped(String event, Actor actor, Ref client, Purpose purpose, String rule, String why) {
        return note(line(house.now(), event, actor, client.client(), purpose, rule, 0, why));
    }

    /** What was done to a whole pool at once; {@code purpose} and {@code rule} may be empty. */
    public Future<Void> group(
            String event,
            Actor actor,
            String purpose,
            String rule,
            List<DataClass> classes,
            Precision precision,
            int count) {
        List<String> ids = classes.stream().map(DataClass::id).sorted().toList();
        return note(new LedgerEvent(
                house.now(), event, actor, "", purpose, rule, house.policy().hash(), ids, precision, count, ""));
    }

    /** What staff did that concerns no client, such as signing in. */
    public Future<Void> staff(String event, Actor actor, String why) {
        return plain(event, actor, "", 1, why);
    }

    /** What an officer did with the rules of the house, and the rule that let them. */
    public Future<Void> rules(Actor actor, String rule, String why) {
        return plain("policy", actor, rule, 1, why);
    }

    /**
     * A question of a manager that costs something.
     *
     * @param event {@code figures.asked} before anything is counted, {@code figures.released} before the answer is shown
     * @param cells how many cells may be seen
     */
    public Future<Void> figures(String event, Tally tally, int cells, String why) {
        return note(new LedgerEvent(
                house.now(),
                event,
                tally.actor(),
                "",
                tally.question().purpose().id(),
                tally.rules().rule(),
                tally.hash(),
                List.of(),
                Precision.NONE,
                cells,
                why));
    }

    Future<Void> plain(String event, Actor actor, String rule, int count, String why) {
        return note(new LedgerEvent(
                house.now(), event, actor, "", "", rule, house.policy().hash(), List.of(), Precision.NONE, count, why));
    }

    public Future<Void> consent(Ref client, ConsentEvent event) {
        Actor actor = switch (event.by()) {
            case CLIENT, GUARDIAN -> Actor.of(event.client());
            case ASSISTANT -> Actor.assistant();
            case SCHEDULER -> Actor.scheduler();
            case CONCIERGE -> new Actor(Actor.Role.CONCIERGE, who(event, client));
            case OFFICER -> new Actor(Actor.Role.OFFICER, who(event, client));
            case HOUSE -> new Actor(Actor.Role.OPERATOR, "import");
        };
        String why = event.status().name().toLowerCase(java.util.Locale.ROOT) + "/" + event.method()
                + (event.reason().isEmpty() ? "" : "/" + event.reason());
        return note(line(event.at(), "consent", actor, client.client(), event.purpose(), "", 1, why));
    }

    private static String who(ConsentEvent event, Ref client) {
        return event.byWhom().isEmpty() ? client.pool().toString() : event.byWhom();
    }

    public Future<Void> shred(Ref client, Purpose purpose, int cancelled) {
        return note(line(
                house.now(), "shred", Actor.of(client.client()), client.client(), purpose, "", cancelled, "withdrawn"));
    }

    /**
     * How far an erasure has come.
     *
     * @param event {@code erasure.stopped}, {@code erasure.sealed} or {@code erasure.final}
     * @param client whose; empty for all that withdrawals ended
     * @param why dates and epochs
     */
    public Future<Void> erasure(String event, Actor actor, Optional<ClientId> client, int count, String why) {
        return note(new LedgerEvent(
                house.now(),
                event,
                client.map(one -> shown(actor, one)).orElse(actor),
                client.map(this::pseudonym).orElse(""),
                "",
                "",
                house.policy().hash(),
                List.of(),
                Precision.NONE,
                count,
                why));
    }

    /**
     * How far a hand-over to another concierge has come.
     *
     * @param event {@code handover.offered}, {@code handover.chosen}, {@code handover.done} or {@code handover.lapsed}
     * @param why fixed words, purposes, pools and pseudonyms
     */
    public Future<Void> handover(String event, Actor actor, ClientId client, String why) {
        return erasure(event, actor, Optional.of(client), 1, why);
    }

    /** The pseudonym of a client in the ledger of this house. */
    public String pseudonym(ClientId client) {
        return house.vault().pseudonym(house.id(), "ledger", client.toString());
    }

    private LedgerEvent line(
            Instant at,
            String event,
            Actor actor,
            ClientId client,
            Purpose purpose,
            String rule,
            int count,
            String why) {
        return new LedgerEvent(
                at,
                event,
                shown(actor, client),
                pseudonym(client),
                purpose.id(),
                rule,
                house.policy().hash(),
                List.of(),
                Precision.NONE,
                count,
                why);
    }

    // A client acts under the same pseudonym as they are spoken of.
    private Actor shown(Actor actor, ClientId client) {
        return actor.role() == Actor.Role.CLIENT ? new Actor(Actor.Role.CLIENT, pseudonym(client)) : actor;
    }
}
