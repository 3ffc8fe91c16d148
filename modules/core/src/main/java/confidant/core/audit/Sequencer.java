package confidant.core.audit;

import confidant.core.House;
import confidant.ledger.Appended;
import confidant.ledger.Appender;
import confidant.ledger.LogState;
import confidant.ledger.NoteSigner;
import confidant.ledger.SignedCheckpoint;
import confidant.ledger.TilePath;
import confidant.store.LedgerStore;
import confidant.store.LedgerStore.Indexed;
import confidant.store.LedgerStore.Position;
import confidant.store.LedgerStore.Waiting;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts waiting entries in order. Only the holder of the lease tries, and only a conditional step of the log's position
 * counts: it names the entries it takes, so whoever comes next can finish what a stopped sequencer left half written, and
 * a paused one cannot write anything after it was overtaken.
 *
 * <p>INVARIANT: files of the log are written only for a position that was advanced to, and are a function of it.
 */
final class Sequencer {
    static final String CHECKPOINT = "checkpoint";
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int MOST = 1024;
    // A slow node may still add to buckets this young, so they are looked through again, if not at every step: what was
    // taken from them leaves marks in the store that make reading them dear.
    private static final long LATE = Duration.ofMinutes(5).toSeconds() / Bucket.SECONDS;
    private static final Duration WIDE_EVERY = Duration.ofSeconds(20);
    // After a long stop the quiet time is looked through some hours at a step.
    private static final long SPAN = Duration.ofHours(6).toSeconds() / Bucket.SECONDS;
    private static final long QUIET = Duration.ofHours(1).toSeconds() / Bucket.SECONDS;
    private static final int KEEP_EVERY = 256;

    private final House house;
    private final LedgerStore store;
    private final NoteSigner signer;
    private final String origin;
    private Optional<LogState> settled = Optional.empty();
    /** All buckets before this one were seen empty by this node when nothing could be added to them any more. */
    private long seen;

    private Instant wideAt = Instant.MIN;

    Sequencer(House house, NoteSigner signer) {
        this.house = house;
        this.store = house.stores().ledger();
        this.signer = signer;
        this.origin = signer.verifier().name();
    }

    /** One step; never two at a time on one node. @return number of entries taken in */
    Future<Integer> step() {
        Instant now = house.now();
        return store.lease("ledger", house.node(), now, now.plus(LEASE))
                .compose(held ->
                        held ? store.position().compose(this::settle).compose(this::take) : Future.succeededFuture(0));
    }

    /** Finishes what the last step may have left half done. */
    private Future<Step> settle(Optional<Position> position) {
        if (position.isEmpty()) {
            return Future.succeededFuture(new Step(LogState.empty(), "", 0, earliest()));
        }
        Position at = position.get();
        if (settled.isPresent() && settled.get().size() == at.size()) {
            String head = StepNote.read(at.note()).head();
            return Future.succeededFuture(new Step(settled.get(), head, at.size(), at.from()));
        }
        StepNote note = StepNote.read(at.note());
        Future<LogState> old = note.before().isEmpty()
                ? Future.succeededFuture(LogState.empty())
                : restore(SignedCheckpoint.parse(note.before()));
        return old.compose(state -> work(state, at.taken()))
                .compose(appended -> appended.state()
                                .root()
                                .equals(SignedCheckpoint.parse(note.head())
                                        .checkpoint()
                                        .root())
                        ? publish(appended, at, note)
                        : Future.failedFuture(
                                new IllegalStateException("the ledger's tiles do not agree with its position")))
                .map(state -> new Step(state, note.head(), at.size(), at.from()));
    }

    /** Where the log stands: {@code head} is its signed checkpoint, empty for an empty log. */
    private record Step(LogState state, String head, long size, long from) {}

    private Future<Integer> take(Step step) {
        Instant time = house.now();
        long now = Bucket.of(time);
        long start = Math.max(step.from(), seen);
        boolean wide = !time.isBefore(wideAt) || start < now - LATE;
        if (wide) {
            wideAt = time.plus(WIDE_EVERY);
        }
        long first = wide ? start : Math.max(start, now - 1);
        long last = Math.min(now, first + SPAN);
        return collect(first, last).compose(waiting -> {
            boolean all = wide && waiting.size() < MOST;
            long settledTo = Math.min(last, now - LATE);
            if (all) {
                seen = Math.max(seen, settledTo);
            }
            return waiting.isEmpty()
                    ? rest(step, now)
                    : work(step.state(), waiting)
                            .compose(appended -> advance(step, waiting, appended, all ? settledTo : step.from()));
        });
    }

    // A house in which nothing happens still moves its position on, or a later start would look through all the quiet
    // time.
    private Future<Integer> rest(Step step, long now) {
        if (step.head().isEmpty() || now - step.from() < QUIET || seen < now - LATE) {
            return Future.succeededFuture(0);
        }
        StepNote same = new StepNote(step.head(), step.head());
        return store.advance(step.size(), new Position(step.size(), same.write(), List.of(), now - LATE))
                .map(0);
    }

    private Future<Integer> advance(Step step, List<Waiting> waiting, Appended appended, long from) {
        StepNote note = new StepNote(
                SignedCheckpoint.sign(appended.state().checkpoint(origin), signer)
                        .format(),
                step.head());
        Position next = new Position(appended.state().size(), note.write(), waiting, Math.max(step.from(), from));
        return store.advance(step.size(), next).compose(moved -> {
            if (!moved) {
                settled = Optional.empty();
                return Future.succeededFuture(0);
            }
            return publish(appended, next, note).map(waiting.size());
        });
    }

    private Future<LogState> publish(Appended appended, Position at, StepNote note) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        appended.writes().forEach((path, bytes) -> files.put(path.text(), bytes));
        List<Indexed> index = new ArrayList<>();
        for (int i = 0; i < at.taken().size(); i++) {
            index.add(new Indexed(appended.firstIndex() + i, at.taken().get(i).entry()));
        }
        Map<String, byte[]> notes = new LinkedHashMap<>();
        long before = at.size() - at.taken().size();
        if (before / KEEP_EVERY != at.size() / KEEP_EVERY || before == 0) {
            notes.put(CHECKPOINT + "." + at.size(), note.headBytes());
        }
        notes.put(CHECKPOINT, note.headBytes());
        return store.write(files)
                .compose(done -> store.index(index))
                .compose(done -> store.write(notes))
                .compose(done -> store.remove(at.taken()))
                .map(done -> {
                    settled = Optional.of(appended.state());
                    return appended.state();
                });
    }

    private Future<LogState> restore(SignedCheckpoint signed) {
        if (!signed.isSignedBy(signer.verifier())) {
            return Future.failedFuture(new IllegalStateException("the ledger's checkpoint is not signed by its key"));
        }
        return files(LogState.tilesToRestore(signed.checkpoint().size()))
                .compose(tiles -> house.worker()
                        .run(() ->
                                LogState.restore(signed.checkpoint(), path -> Optional.ofNullable(tiles.get(path)))));
    }

    Future<Map<TilePath, byte[]>> files(List<TilePath> paths) {
        Map<TilePath, byte[]> tiles = new HashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (TilePath path : paths) {
            all = all.compose(done -> either(path, tiles));
        }
        return all.map(tiles);
    }

    Future<Void> either(TilePath path, Map<TilePath, byte[]> tiles) {
        return store.file(path.text()).compose(bytes -> {
            bytes.ifPresent(b -> tiles.put(path, b));
            return bytes.isPresent() || !path.isPartial()
                    ? Future.succeededFuture()
                    : store.file(path.full().text())
                            .onSuccess(full -> full.ifPresent(b -> tiles.put(path.full(), b)))
                            .mapEmpty();
        });
    }

    private Future<Appended> work(LogState state, List<Waiting> waiting) {
        return house.worker()
                .run(() -> Appender.append(
                        state, waiting.stream().map(Waiting::entry).toList()));
    }

    // One after the other in a chain that is built beforehand: nested futures would end all at once, on one stack.
    private Future<List<Waiting>> collect(long first, long last) {
        List<Waiting> found = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (long one = first; one <= last; one++) {
            long bucket = one;
            all = all.compose(done -> found.size() >= MOST
                    ? Future.succeededFuture()
                    : store.waiting(bucket, MOST - found.size())
                            .onSuccess(found::addAll)
                            .mapEmpty());
        }
        return all.map(found);
    }

    // A fresh ledger begins a little before now: nothing can wait from before its house began.
    private long earliest() {
        return Bucket.of(house.now()) - QUIET;
    }

    /** The signed checkpoint that is published, if there is one. */
    Future<Optional<SignedCheckpoint>> published() {
        return store.file(CHECKPOINT)
                .map(bytes -> bytes.map(b -> SignedCheckpoint.parse(new String(b, StandardCharsets.UTF_8))));
    }

    NoteSigner signer() {
        return signer;
    }
}
