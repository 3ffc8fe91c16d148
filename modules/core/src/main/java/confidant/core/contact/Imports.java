package confidant.core.contact;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.contact.ContactFile.Read;
import confidant.core.contact.Taking.Standing;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.ImportId;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.ImportStore.Progress;
import confidant.store.ImportStore.State;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a file of contacts over: tried first, then done. Nobody is written to, no consent becomes valid, who was erased stays
 * away, and the same file again changes nothing. The file itself is held in memory only while it is worked on.
 */
public final class Imports {
    /** How many clients a pool may have. */
    public static final int MOST = ContactFile.MOST_ROWS;

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int LANES = 16;
    private static final int LOOKS = 64;
    /** An import whose numbers stood still for so long has ended with its server. */
    private static final Duration STILL = Duration.ofMinutes(2);

    private final House house;
    private final Gate gate;
    private final Taking taking;
    private final Notes notes;
    private final Set<ImportId> underWay = ConcurrentHashMap.newKeySet();

    Imports(House house, Gate gate, Taking taking, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.taking = taking;
        this.notes = notes;
    }

    /**
     * What a file would come to.
     *
     * @param problem why it cannot be taken over at all, {@code empty}, {@code header}, {@code column}, {@code rows},
     *     {@code broken} or {@code full}; empty if it can
     * @param room how many more clients the pool may have
     * @param lines the rows that would not be taken over, in their order
     */
    public record Trial(String problem, int total, int fresh, int known, int erased, int room, List<Fault> lines) {}

    /**
     * The dry run: looks at every row and changes nothing but the ledger.
     *
     * @param accounts whether an account of a channel is the concierge's own
     */
    public Future<Answer<Trial>> attempt(Desk desk, Personal<String> file, Predicate<String> accounts) {
        return permitted(
                desk,
                pass -> read(file, accounts)
                        .compose(read -> room(desk.pool()).compose(room -> attempt(desk, read, room)))
                        .compose(trial -> note(
                                        desk,
                                        pass,
                                        "import.tried",
                                        trial.total,
                                        counts(
                                                trial.fresh,
                                                trial.known,
                                                trial.erased,
                                                trial.lines.size() - trial.erased))
                                .map(trial)));
    }

    private Future<Trial> attempt(Desk desk, Read read, int room) {
        List<Fault> lines = Collections.synchronizedList(new ArrayList<>(read.faults()));
        AtomicInteger fresh = new AtomicInteger();
        AtomicInteger known = new AtomicInteger();
        AtomicInteger erased = new AtomicInteger();
        return Lanes.each(
                        LOOKS,
                        read.rows(),
                        row -> taking.look(desk.pool(), row).onSuccess(found -> {
                            switch (found.standing()) {
                                case NEW, BEGUN -> fresh.incrementAndGet();
                                case KNOWN -> known.incrementAndGet();
                                case ERASED -> {
                                    erased.incrementAndGet();
                                    lines.add(new Fault(row.line(), "address", "erased"));
                                }
                            }
                        }))
                .map(done -> new Trial(
                        read.problem().isEmpty() && fresh.get() > room ? "full" : read.problem(),
                        read.total(),
                        fresh.get(),
                        known.get(),
                        erased.get(),
                        room,
                        lines.stream()
                                .sorted(Comparator.comparingInt(Fault::line))
                                .toList()));
    }

    /** Begins an import, and answers before it is done. {@code BadRequest} for a file with a problem. */
    public Future<Answer<Progress>> start(Desk desk, Personal<String> file, Predicate<String> accounts) {
        return permitted(
                desk,
                pass -> read(file, accounts).compose(read -> {
                    if (!read.problem().isEmpty()) {
                        throw new BadRequest("the file cannot be taken over: a dry run says why");
                    }
                    return room(desk.pool()).compose(room -> start(desk, pass, read, room));
                }));
    }

    private Future<Progress> start(Desk desk, Pass pass, Read read, int room) {
        ImportRun run =
                new ImportRun(house, desk.pool(), read.total(), read.faults().size(), room);
        return note(desk, pass, "import.begun", read.total(), "")
                .compose(noted -> run.store(State.RUNNING))
                .onSuccess(stored -> {
                    underWay.add(run.id());
                    Lanes.each(LANES, read.rows(), row -> one(desk, run, row))
                            .transform(done -> end(desk, pass, run, done.succeeded() ? State.DONE : State.BROKEN))
                            .onFailure(failure -> LOG.warn(
                                    "import.end-failed import={} cause={}",
                                    run.id(),
                                    failure.getClass().getSimpleName()))
                            .onComplete(ended -> underWay.remove(run.id()));
                });
    }

    private Future<Void> one(Desk desk, ImportRun run, ContactRow row) {
        if (run.stopped()) {
            return Future.succeededFuture();
        }
        return taking.look(desk.pool(), row)
                .compose(found -> found.standing() == Standing.NEW && !run.place()
                        ? Future.<Standing>failedFuture(new BadRequest("the pool is full"))
                        : taking.take(desk.actor(), desk.pool(), run.id(), row, found))
                .onSuccess(run::count)
                .onFailure(failure -> run.stop())
                .compose(standing -> run.storeSometimes());
    }

    private Future<Void> end(Desk desk, Pass pass, ImportRun run, State state) {
        return note(
                        desk,
                        pass,
                        state == State.DONE ? "import.done" : "import.broken",
                        run.fresh(),
                        counts(run.fresh(), run.known(), run.erased(), run.faulty()))
                .compose(noted -> run.store(state))
                .mapEmpty();
    }

    /** How far an import is; {@code NotFound} for one of another pool. */
    public Future<Progress> progress(Desk desk, ImportId id) {
        return house.stores()
                .imports()
                .progress(desk.pool(), id)
                .map(found -> found.map(this::seen).orElseThrow(() -> new NotFound("import")));
    }

    /** All imports of the pool, the latest first. */
    public Future<List<Progress>> all(Desk desk) {
        return house.stores()
                .imports()
                .all(desk.pool())
                .map(all -> all.stream()
                        .map(this::seen)
                        .sorted(Comparator.comparing(Progress::at).reversed())
                        .toList());
    }

    // Whose server has died says so to nobody.
    private Progress seen(Progress one) {
        boolean still = one.state() == State.RUNNING
                && !underWay.contains(one.id())
                && one.touched().plus(STILL).isBefore(house.now());
        return still ? ImportRun.as(one, State.BROKEN) : one;
    }

    private Future<Read> read(Personal<String> file, Predicate<String> accounts) {
        ContactForm form = new ContactForm(accounts, Set.copyOf(taking.asked()), house.now());
        return house.worker().run(() -> ContactFile.read(file.reveal(), form));
    }

    private Future<Integer> room(PoolId pool) {
        AtomicInteger count = new AtomicInteger();
        return house.stores()
                .clients()
                .ids(pool, slice -> count.addAndGet(slice.size()))
                .map(done -> Math.max(0, MOST - count.get()));
    }

    private <T> Future<Answer<T>> permitted(Desk desk, Function<Pass, Future<T>> work) {
        Ref anybody = new Ref(desk.pool(), ClientId.random());
        return gate.ask(desk.actor(), Act.RECEIVE, DataClass.ADDRESS, Purpose.SERVICE, anybody)
                .compose(answer -> answer.match(
                        pass -> work.apply(pass).map(Answer.Done::new),
                        refused -> Future.succeededFuture(new Answer.Refused<T>(refused.rule(), refused.remedy()))));
    }

    private Future<Void> note(Desk desk, Pass pass, String event, int count, String why) {
        return notes.note(new LedgerEvent(
                house.now(),
                event,
                desk.actor(),
                "",
                Purpose.SERVICE.id(),
                pass.rule(),
                pass.permit().policyHash(),
                List.of(DataClass.ADDRESS.id(), DataClass.NAME.id()),
                Precision.NONE,
                count,
                why));
    }

    private static String counts(int fresh, int known, int erased, int faulty) {
        return "new:" + fresh + ",known:" + known + ",erased:" + erased + ",faulty:" + faulty;
    }
}
