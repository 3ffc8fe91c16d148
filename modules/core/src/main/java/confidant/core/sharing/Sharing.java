package confidant.core.sharing;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.conversation.Writer;
import confidant.core.gate.Gate;
import confidant.core.people.Directory;
import confidant.core.people.Reach;
import confidant.core.pool.Pools;
import confidant.core.pool.Pools.Audience;
import confidant.core.pool.Pools.Dropped;
import confidant.core.pool.Segment;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.PieceId;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.ShareId;
import confidant.store.ConversationStore.Ref;
import confidant.store.LibraryStore;
import confidant.store.LibraryStore.Piece;
import confidant.store.LibraryStore.Share;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library, and pieces that go to segments. Whether a client opened a piece is not tracked. */
public final class Sharing {
    private static final Logger LOG = LoggerFactory.getLogger(Sharing.class);
    private static final int LANES = 32;
    private static final int LONGEST_KEY = 200;

    private final House house;
    private final Pools pools;
    private final Recipients recipients;
    private final Carrying carrying;
    private final Notes notes;

    public Sharing(House house, Gate gate, Directory directory, Reach reach, Writer writer, Pools pools, Notes notes) {
        this.house = house;
        this.pools = pools;
        this.recipients = new Recipients(house, gate, directory, reach);
        this.carrying = new Carrying(house, recipients, directory, writer, notes);
        this.notes = notes;
    }

    /** @param picture PNG, JPEG or WebP bytes, at most 200 KB; empty unless {@code type} is {@code picture} */
    public record NewPiece(
            String title, Lang lang, String type, String body, String url, byte[] picture, Instant expires) {}

    /** {@code BadRequest} for a piece that cannot be: see the message. */
    public Future<PieceId> add(Desk desk, NewPiece piece) {
        Instant now = house.now();
        PieceForm.check(piece, now);
        Piece made = new Piece(
                PieceId.random(),
                desk.pool(),
                piece.title().strip(),
                piece.lang(),
                piece.type(),
                piece.body(),
                piece.url(),
                piece.picture(),
                now,
                piece.expires());
        return house.stores().library().put(made).map(made.id());
    }

    /** The whole library, the newest first; what has expired is still shown. */
    public Future<List<LibraryStore.Piece>> pieces(Desk desk) {
        return house.stores()
                .library()
                .pieces(desk.pool())
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(Piece::at).reversed())
                        .toList());
    }

    /** A piece of the library of the client's concierge, as the client's own page shows it where it was sent. */
    public Future<Optional<LibraryStore.Piece>> piece(Guest guest, PieceId id) {
        return house.stores().library().piece(guest.pool(), id);
    }

    /** Who would get it now, and why each other client of the segment would not. */
    public record Preview(int gets, List<Dropped> dropped) {}

    /** Nothing is sent. {@code NotFound} for an unknown piece, {@code BadRequest} for one that has expired. */
    public Future<Preview> preview(Desk desk, PieceId piece, Segment segment) {
        return ready(desk, piece, segment)
                .compose(known -> pools.audience(desk, segment))
                .compose(audience -> foresee(desk, piece, audience));
    }

    private Future<Preview> foresee(Desk desk, PieceId piece, Audience audience) {
        Map<Standstill, Integer> counts = new ConcurrentHashMap<>();
        return Lanes.each(
                        LANES,
                        audience.clients(),
                        client -> recipients
                                .foreseen(desk.actor(), new Ref(desk.pool(), client), piece)
                                .onSuccess(why -> why.ifPresent(one -> counts.merge(one, 1, Integer::sum))))
                .map(done -> {
                    List<Dropped> dropped = new ArrayList<>(audience.refused());
                    counts.forEach((why, count) -> dropped.add(new Dropped(why.rule(), why.remedy(), count)));
                    int held =
                            counts.values().stream().mapToInt(Integer::intValue).sum();
                    return new Preview(audience.clients().size() - held, merged(dropped));
                });
    }

    // A yes that went between the two looks has the same rule as one that was never there.
    private static List<Dropped> merged(List<Dropped> all) {
        Map<String, Dropped> byRule = new java.util.TreeMap<>();
        all.forEach(one ->
                byRule.merge(one.rule(), one, (a, b) -> new Dropped(a.rule(), a.remedy(), a.count() + b.count())));
        return List.copyOf(byRule.values());
    }

    /**
     * Sends it: durable when the future succeeds, sent in the background, once per client and piece ever. The same key
     * again is the same share; {@code Conflict} if it was for another piece.
     */
    public Future<ShareId> share(Desk desk, PieceId piece, Segment segment, String idempotencyKey) {
        if (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY) {
            throw new BadRequest("a share needs a key of 1 to 200 characters");
        }
        ShareId id = id(desk, idempotencyKey);
        return house.stores()
                .library()
                .share(desk.pool(), id)
                .compose(known ->
                        known.isPresent() ? Future.succeededFuture(known.get()) : begin(desk, piece, segment, id))
                .map(share -> {
                    if (!share.piece().equals(piece)) {
                        throw new Conflict("the share of this key");
                    }
                    carry(share);
                    return id;
                });
    }

    private Future<Share> begin(Desk desk, PieceId piece, Segment segment, ShareId id) {
        return ready(desk, piece, segment)
                .compose(known -> pools.audience(desk, segment))
                .compose(audience -> {
                    Share share = new Share(
                            id,
                            desk.pool(),
                            piece,
                            Purpose.SHARING,
                            desk.concierge(),
                            house.now(),
                            audience.clients().size(),
                            false);
                    return notes.group(
                                    "share",
                                    desk.actor(),
                                    Purpose.SHARING.id(),
                                    "",
                                    List.of(DataClass.MESSAGE),
                                    Precision.NONE,
                                    share.total())
                            .compose(noted -> house.stores().library().putShare(share, audience.clients()))
                            .map(share);
                });
    }

    /** @param outcomes number of recipients by {@code queued}, {@code sent} or the rule that dropped them */
    public record Progress(PieceId piece, int total, Map<String, Integer> outcomes, boolean done) {}

    public Future<Progress> progress(Desk desk, ShareId share) {
        return house.stores().library().share(desk.pool(), share).compose(found -> {
            Share known = found.orElseThrow(() -> new NotFound("share"));
            return house.stores()
                    .library()
                    .outcomes(share)
                    .map(outcomes -> new Progress(known.piece(), known.total(), outcomes, known.done()));
        });
    }

    /** Carries unfinished shares on, also those of a node that died. Repeatable. */
    public Future<Void> resume() {
        return house.stores().library().unfinished().compose(shares -> Lanes.each(1, shares, carrying::carry));
    }

    private void carry(Share share) {
        if (!share.done()) {
            carrying.carry(share)
                    .onFailure(e -> LOG.warn(
                            "share.interrupted share={} cause={}",
                            share.id(),
                            e.getClass().getSimpleName()));
        }
    }

    private Future<Piece> ready(Desk desk, PieceId piece, Segment segment) {
        if (!segment.purpose().equals(Purpose.SHARING)) {
            throw new BadRequest("a piece goes to a segment under the purpose `sharing`");
        }
        return house.stores().library().piece(desk.pool(), piece).map(found -> {
            Piece known = found.orElseThrow(() -> new NotFound("piece"));
            if (!known.expires().isAfter(house.now())) {
                throw new BadRequest("the piece has expired");
            }
            return known;
        });
    }

    private static ShareId id(Desk desk, String key) {
        return new ShareId(UUID.nameUUIDFromBytes((desk.pool() + "/" + key).getBytes(StandardCharsets.UTF_8)));
    }
}
