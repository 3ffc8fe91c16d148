package confidant.core.audit;

import confidant.core.BadRequest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.port.Witness;
import confidant.ledger.Bundle;
import confidant.ledger.NoteSigner;
import confidant.ledger.SignedCheckpoint;
import confidant.ledger.TilePath;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.store.ConversationStore.Ref;
import confidant.store.LedgerStore;
import confidant.store.LedgerStore.Indexed;
import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The ledger: what happened, in an order nobody can change afterwards, without content. */
public final class Auditing {
    private static final Set<String> REASONS = Set.of("audit", "complaint", "request", "incident");
    private static final Set<String> SEEN = Set.of("read", "glass.read");
    // One question looks at no more than this many entries; the cursor goes on from there.
    private static final int LOOK = 20_000;
    private static final int SLICE = 1_000;

    private final House house;
    private final Notes notes;
    private final Sequencer sequencer;
    private final PseudonymList pseudonyms;
    private final Witnessing witnessing;
    private final AtomicBoolean sequencing = new AtomicBoolean();

    public Auditing(House house, Notes notes, NoteSigner signer, List<Witness> witnesses) {
        this.house = house;
        this.notes = notes;
        this.sequencer = new Sequencer(house, signer);
        this.witnessing = new Witnessing(house, notes, sequencer, witnesses);
        this.pseudonyms = new PseudonymList(house, notes);
    }

    /** Puts waiting entries in order and signs a checkpoint, if this node holds the lease. @return entries taken in */
    public Future<Integer> sequence() {
        if (!sequencing.compareAndSet(false, true)) {
            return Future.succeededFuture(0);
        }
        return sequencer.step().onComplete(done -> sequencing.set(false));
    }

    /** Shows the published checkpoint to the witnesses, if this node holds that lease. @return how many have cosigned it */
    public Future<Integer> witness() {
        return witnessing.round();
    }

    /**
     * A filter of the officer; empty parts match all.
     *
     * @param event one event, or a family of them: {@code erasure} matches {@code erasure.final}
     * @param role of who acted; {@code actor} is their pseudonym
     */
    public record Filter(
            Optional<String> event,
            Optional<String> pseudonym,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> purpose,
            Optional<String> role,
            Optional<String> actor) {

        /** Whoever acted, for whatever purpose. */
        public Filter(
                Optional<String> event, Optional<String> pseudonym, Optional<Instant> from, Optional<Instant> to) {
            this(event, pseudonym, from, to, Optional.empty(), Optional.empty(), Optional.empty());
        }

        boolean matches(LedgerEvent e) {
            return event.filter(word -> !word.equals(e.event()) && !e.event().startsWith(word + "."))
                            .isEmpty()
                    && pseudonym.filter(word -> !word.equals(e.subject())).isEmpty()
                    && from.filter(at -> e.at().isBefore(at)).isEmpty()
                    && to.filter(at -> !e.at().isBefore(at)).isEmpty()
                    && purpose.filter(word -> !word.equals(e.purpose())).isEmpty()
                    && role.filter(word -> !word.equals(e.actor().role().word()))
                            .isEmpty()
                    && actor.filter(word -> !word.equals(e.actor().id())).isEmpty();
        }
    }

    /** One line with its number in the log. */
    public record Entry(long index, LedgerEvent event) {}

    /** @param next cursor of the next page; empty on the last */
    public record Entries(List<Entry> entries, String next) {}

    /** Entries, latest first. The question itself becomes an entry with {@code reason} as its note. */
    public Future<Entries> entries(OfficerId officer, String reason, Filter filter, String cursor, int limit) {
        return ask(officer, reason)
                .compose(noted -> scan(before(cursor), Math.min(limit, 500), filter::matches, new ArrayList<>(), 0));
    }

    /**
     * The same entries for a file, slice by slice. The question is an entry with its reason before the walk is handed out.
     *
     * @param form of the file, a fixed word that stands in that entry
     */
    public Future<EntryWalk> walk(OfficerId officer, String reason, String form, Filter filter, String cursor) {
        return ask(officer, reason, "/export-" + form)
                .map(noted -> new EntryWalk(house.stores().ledger(), filter, before(cursor)));
    }

    /** A client by pseudonym, with the status of each purpose that has a history. */
    public record Pseudonym(String pseudonym, Instant since, Map<String, String> consents) {}

    /** @param next cursor of the next page; empty on the last */
    public record Pseudonyms(List<Pseudonym> rows, String next) {}

    public Future<Pseudonyms> clients(OfficerId officer, String reason, String cursor, int limit) {
        return ask(officer, reason).compose(noted -> pseudonyms.page(cursor, Math.min(limit, 200)));
    }

    /** The consent history behind a pseudonym; {@code NotFound} if there is none. */
    public Future<List<ConsentEvent>> consents(OfficerId officer, String reason, String pseudonym) {
        return ask(officer, reason)
                .compose(noted -> pseudonyms.find(pseudonym))
                .compose(ref -> ref.map(found -> house.stores().consents().history(found.pool(), found.client()))
                        .orElseGet(() -> Future.failedFuture(new NotFound("pseudonym"))));
    }

    /** The client behind a pseudonym, for other rooms; {@code NotFound} if there is none. */
    public Future<Ref> client(String pseudonym) {
        return pseudonyms.find(pseudonym).map(found -> found.orElseThrow(() -> new NotFound("pseudonym")));
    }

    /** The same, and also one who was erased, of whom what the law demands is kept. */
    public Future<Ref> anybody(String pseudonym) {
        return pseudonyms
                .find(Set.of(pseudonym))
                .map(found -> Optional.ofNullable(found.get(pseudonym)).orElseThrow(() -> new NotFound("pseudonym")));
    }

    /** The pseudonym of a client in the ledger of this house. */
    public String pseudonym(ClientId client) {
        return notes.pseudonym(client);
    }

    /** The signed checkpoint as text, and the key to check it with. */
    public record Checkpoint(long size, String note, String verifierKey) {}

    /** The latest published checkpoint; {@code NotFound} while the log is empty. */
    public Future<Checkpoint> checkpoint(OfficerId officer) {
        return published().map(signed -> new Checkpoint(signed.checkpoint().size(), signed.format(), key()));
    }

    /** The public key of the ledger, in the form that verifiers take. */
    public String key() {
        return sequencer.signer().verifier().vkey();
    }

    /** The bundle that {@code confidant ledger verify} checks, as a zip file. */
    public Future<byte[]> bundle(OfficerId officer, String reason) {
        return ask(officer, reason)
                .compose(noted -> witnessing.round())
                .compose(cosigned -> published())
                .compose(head -> older(head)
                        .compose(older ->
                                tiles(head).compose(tiles -> house.worker().run(() -> write(head, older, tiles)))));
    }

    private Future<SignedCheckpoint> published() {
        return sequencer
                .published()
                .map(published -> published.orElseThrow(() -> new NotFound("checkpoint")))
                .compose(witnessing::latest);
    }

    /** Reads of one client's data by others, latest first, for the client's own page. */
    public Future<List<Entry>> looks(Ref client, int limit) {
        String pseudonym = notes.pseudonym(client.client());
        Predicate<LedgerEvent> looked = e -> e.subject().equals(pseudonym)
                && SEEN.contains(e.event())
                && e.actor().role() != Actor.Role.CLIENT;
        return scan(Long.MAX_VALUE, limit, looked, new ArrayList<>(), 0).map(Entries::entries);
    }

    /** Notes the question of an officer; {@code BadRequest} without one of the reasons there are. */
    public Future<Void> ask(OfficerId officer, String reason) {
        return ask(officer, reason, "");
    }

    private Future<Void> ask(OfficerId officer, String reason, String what) {
        if (!REASONS.contains(reason)) {
            return Future.failedFuture(new BadRequest("a reason is one of audit, complaint, request, incident"));
        }
        return notes.plain("audit", Actor.of(officer), "", 1, reason + what);
    }

    private Future<Entries> scan(long before, int limit, Predicate<LedgerEvent> wanted, List<Entry> found, int looked) {
        return house.stores().ledger().listed(before, SLICE).compose(slice -> {
            for (Indexed one : slice) {
                LedgerEvent event = EntryText.read(one.entry());
                if (wanted.test(event)) {
                    found.add(new Entry(one.index(), event));
                    if (found.size() == limit) {
                        return Future.succeededFuture(new Entries(found, next(one.index())));
                    }
                }
            }
            if (slice.size() < SLICE) {
                return Future.succeededFuture(new Entries(found, ""));
            }
            long last = slice.get(slice.size() - 1).index();
            return looked + SLICE >= LOOK
                    ? Future.succeededFuture(new Entries(found, next(last)))
                    : scan(last, limit, wanted, found, looked + SLICE);
        });
    }

    static String next(long index) {
        return index == 0 ? "" : Long.toString(index);
    }

    static long before(String cursor) {
        try {
            return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new BadRequest("the cursor is not one of ours");
        }
    }

    private Future<List<SignedCheckpoint>> older(SignedCheckpoint head) {
        LedgerStore store = house.stores().ledger();
        List<String> paths = new ArrayList<>();
        return store.files(slice -> {
                    synchronized (paths) {
                        slice.stream()
                                .filter(path -> path.startsWith("checkpoint.") || path.equals(Witnessing.COSIGNED))
                                .forEach(paths::add);
                    }
                })
                .compose(done -> Future.all(paths.stream().map(store::file).toList()))
                .map(all -> all.<Optional<byte[]>>list().stream()
                        .flatMap(Optional::stream)
                        .map(SignedCheckpoint::parse)
                        .filter(one ->
                                one.checkpoint().size() < head.checkpoint().size())
                        .collect(Collectors.toList()));
    }

    private Future<Map<TilePath, byte[]>> tiles(SignedCheckpoint head) {
        Map<TilePath, byte[]> tiles = new HashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (TilePath path : TilePath.allOf(head.checkpoint().size()).toList()) {
            all = all.compose(done -> sequencer.either(path, tiles));
        }
        return all.map(tiles);
    }

    private byte[] write(SignedCheckpoint head, List<SignedCheckpoint> older, Map<TilePath, byte[]> tiles)
            throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Bundle(
                        List.of(sequencer.signer().verifier()),
                        head,
                        older,
                        List.of(),
                        path -> Optional.ofNullable(tiles.get(path)),
                        witnessing.keys())
                .writeTo(out);
        return out.toByteArray();
    }
}
