package confidant.core.pool;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.audit.Notes;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.Consents;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.Lang;
import confidant.model.Occasion;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pools in memory while their concierges are signed in: decrypted bitmaps, never on disk. A client who withdraws drops out
 * of every segment of that purpose at once, whichever node took the withdrawal. Thread-safe.
 */
public final class Pools {
    private final House house;
    private final Keys keys;
    private final Consents consents;
    private final Notes notes;
    private final Opener opener;
    private final Audiences audiences;
    private final SegmentList list;
    private final Map<PoolId, OpenPool> open = new ConcurrentHashMap<>();

    public Pools(
            House house, Gate gate, Keys keys, ConsentBook book, Consents consents, Directory directory, Notes notes) {
        this.house = house;
        this.keys = keys;
        this.consents = consents;
        this.notes = notes;
        this.opener = new Opener(house, gate, book);
        this.audiences = new Audiences(house, opener);
        this.list = new SegmentList(gate, directory);
    }

    /** How far unlocking has come: clients read so far and in all. */
    public record Progress(int done, int total, boolean ready) {}

    /** Starts to unlock if needed; the future ends when the pool can answer. Safe to call again. */
    public Future<Progress> unlock(Desk desk) {
        return opened(desk).map(OpenPool::progress);
    }

    public Progress progress(Desk desk) {
        OpenPool pool = open.get(desk.pool());
        return pool == null ? new Progress(0, 0, false) : pool.progress();
    }

    /** Wipes the pool from memory, its keys too. */
    public void lock(Desk desk) {
        OpenPool pool = open.remove(desk.pool());
        if (pool != null) {
            pool.fail(new Conflict("the pool"));
        }
        keys.lock(desk.pool());
    }

    /** Wipes the pools that no desk asked anything of since {@code before}, and the keys of all others that nobody used. */
    public void lockIdle(Instant before) {
        open.values().stream()
                .filter(pool -> pool.usedBefore(before))
                .map(pool -> pool.desk)
                .toList()
                .forEach(this::lock);
        keys.lockIdle(before);
    }

    /** To be registered with {@code Keys}: takes a client out of everything at once. */
    public void erased(Ref client) {
        OpenPool pool = open.get(client.pool());
        if (pool != null) {
            house.policy().purposes().forEach(info -> pool.changed(client, info.purpose(), true));
        }
    }

    /** To be registered with {@code Releases}: what was opened under other rules is opened anew by the next question. */
    public void rulesChanged() {
        open.clear();
    }

    /** To be registered with {@code Consents}: takes a client out at once when a yes ends, and in again when one begins. */
    public void consentChanged(Ref client, Purpose purpose, boolean given) {
        OpenPool pool = open.get(client.pool());
        if (pool != null) {
            pool.changed(client, purpose, !given);
        }
    }

    /** To be registered with {@code Tagging}: follows the tags of a client. */
    public void tagsChanged(Ref client, Purpose purpose, List<Tag> tags) {
        OpenPool pool = open.get(client.pool());
        if (pool != null) {
            pool.changed(client, purpose, false);
        }
    }

    /**
     * @param before clients who match by data that may be looked at for this count
     * @param after those of them whose consent allows the segment's purpose
     * @param refused how many dropped out, by rule
     */
    public record Count(int before, int after, List<Dropped> refused) {}

    public record Dropped(String rule, String remedy, int count) {}

    /**
     * Who a segment reaches; its counts as in {@link Count}.
     *
     * @param clients those whose consent allows the purpose, in the order of the list
     */
    public record Audience(int before, List<ClientId> clients, List<Dropped> refused) {
        Count count() {
            return new Count(before, clients.size(), refused);
        }
    }

    /** {@code BadRequest} for an unknown purpose or a condition that makes no sense. */
    public Future<Count> count(Desk desk, Segment segment) {
        return audience(desk, segment).map(Audience::count);
    }

    /** The clients of a segment; one ledger line. */
    public Future<Audience> audience(Desk desk, Segment segment) {
        check(segment);
        return settled(desk).compose(pool -> audience(pool, segment));
    }

    // The look at what other nodes ended goes beside the line of the ledger: it costs a read but no time of its own. A
    // second count, with its own line, is made only where it finds something.
    private Future<Audience> audience(OpenPool pool, Segment segment) {
        int ended = pool.endings.applied();
        Audience audience = audiences.of(pool, segment);
        Future<Void> noted = noted(pool.desk, segment, audience.clients().size());
        return Future.all(noted, pool.endings.follow())
                .compose(both -> pool.endings.applied() == ended
                        ? Future.succeededFuture(audience)
                        : pool.settled(house.now().toEpochMilli()).compose(again -> audience(again, segment)));
    }

    public record Row(ClientId client, Optional<Personal<String>> name, Channel channel, Lang lang) {}

    public record Rows(List<Row> rows, String next) {}

    /**
     * The clients of a segment after consent, a page at a time. Each is asked for again before they are shown, so a page may
     * be shorter than {@code limit}.
     *
     * @param cursor empty for the first page, then {@code next} of the page before
     */
    public Future<Rows> page(Desk desk, Segment segment, String cursor, int limit) {
        return audience(desk, segment).compose(audience -> list.page(desk, segment, audience.clients(), cursor, limit));
    }

    /** An occasion of one client. */
    public record Falls(ClientId client, Occasion occasion) {}

    /** The occasions under the greeting purpose that fall on a day; not noted, as nobody is shown anything yet. */
    public Future<List<Falls>> falling(Desk desk, LocalDate day) {
        return settled(desk)
                .compose(pool -> pool.endings
                        .follow()
                        .compose(known -> pool.settled(house.now().toEpochMilli())))
                .map(pool -> audiences.falling(pool, day));
    }

    /** Packs what changed in the pools, so that they open quickly; rung now and then. */
    public Future<Void> shelve() {
        return house.stores().keys().pools().compose(all -> Lanes.each(1, all, this::shelve));
    }

    /** The same for one pool. */
    public Future<Void> shelve(PoolId pool) {
        return house.stores()
                .tags()
                .shelve(pool)
                .compose(packed -> house.stores().consents().shelve(pool));
    }

    private Future<Void> noted(Desk desk, Segment segment, int count) {
        Ref any = Opener.any(desk.pool());
        String rule = audiences.counting(desk, any, segment.purpose()).match(Pass::rule, Answer.Refused::rule);
        return notes.group(
                "segment",
                desk.actor(),
                segment.purpose().id(),
                rule,
                Opener.classes(house.policy(), segment),
                Precision.PRESENCE,
                count);
    }

    private void check(Segment segment) {
        if (house.policy().purpose(segment.purpose()).isEmpty()) {
            throw new BadRequest("there is no such purpose");
        }
        Opener.classes(house.policy(), segment);
    }

    private Future<OpenPool> settled(Desk desk) {
        return opened(desk).compose(pool -> pool.settled(house.now().toEpochMilli()));
    }

    private Future<OpenPool> opened(Desk desk) {
        OpenPool fresh = new OpenPool(desk, opener, house.now());
        OpenPool pool = open.compute(
                desk.pool(),
                (id, before) -> before == null || before.failed() || before.endings.lost() ? fresh : before);
        pool.use(house.now());
        if (pool == fresh) {
            start(fresh);
        }
        return pool.opened();
    }

    private void start(OpenPool pool) {
        Unlocking unlocking = new Unlocking(house, keys, consents, opener, pool);
        unlocking
                .run()
                .compose(count -> notes.group("unlock", pool.desk.actor(), "", "", List.of(), Precision.NONE, count)
                        .map(count))
                .onSuccess(count -> {
                    pool.ready();
                    unlocking.sweep();
                })
                .onFailure(pool::fail);
    }
}
