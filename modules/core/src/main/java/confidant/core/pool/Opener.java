package confidant.core.pool;

import confidant.core.Answer;
import confidant.core.House;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.pool.PoolIndex.Pair;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import confidant.store.TagStore.Card;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens tag cards for counting: only what policy lets be counted, only while the consent is valid. */
final class Opener {
    private static final ClientId NOBODY = new ClientId(new UUID(0, 0));

    private final House house;
    private final Gate gate;
    private final ConsentBook book;

    Opener(House house, Gate gate, ConsentBook book) {
        this.house = house;
        this.gate = gate;
        this.book = book;
    }

    /** What follows, for a pool that is about to open, the yeses that other nodes end. */
    Endings endings(OpenPool pool) {
        return new Endings(house, book, pool);
    }

    /** The permit to count by some class under a purpose; the last refusal if there is none. */
    Answer<Pass> counting(Actor actor, Ref client, Purpose purpose, ConsentStatus status, int grant, Instant now) {
        Answer<Pass> last = new Answer.Refused<>("default-deny", "none");
        for (DataClass what : gate.classes(purpose)) {
            last = gate.decide(actor, Act.SEGMENT, what, purpose, client, status, grant, now);
            if (last instanceof Answer.Done<Pass>) {
                return last;
            }
        }
        return last;
    }

    /** Stands for any client of a pool where the decision does not depend on which; there is nobody by this id. */
    static Ref any(PoolId pool) {
        return new Ref(pool, NOBODY);
    }

    /** Whether a class may be counted under a purpose by the clients who agreed to it. */
    boolean countable(Actor actor, Ref any, Purpose purpose, DataClass what) {
        return gate.decide(actor, Act.SEGMENT, what, purpose, any, ConsentStatus.GIVEN, 1, house.now())
                instanceof Answer.Done<Pass>;
    }

    /** A kind's tags may be counted under a purpose; empty for unknown kinds and those that policy keeps back. */
    Optional<TagKind> kind(Actor actor, Ref any, Purpose purpose, String id) {
        return house.policy().tagKind(id).filter(kind -> countable(actor, any, purpose, kind.dataClass()));
    }

    /** The bytes of a card; empty if they may not be counted or their key is destroyed. */
    Future<Optional<byte[]>> open(Actor actor, PoolId pool, Card card, Standing standing, Instant now) {
        Ref client = new Ref(pool, card.client());
        return counting(actor, client, card.purpose(), standing.status(), standing.grant(), now)
                .match(
                        pass -> gate.open(pass, "tags", "card", card.client().toString(), card.version(), card.tags()),
                        refused -> Future.succeededFuture(Optional.empty()));
    }

    /** Reads one client's standing and card under one purpose again. */
    Future<Void> reload(Actor actor, PoolId pool, PoolIndex index, Pair pair, int stamp) {
        Ref client = new Ref(pool, pair.client());
        Instant now = house.now();
        return book.standing(client, pair.purpose(), now).compose(standing -> {
            if (!standing.status().valid()) {
                put(actor, client, index, pair, stamp, Optional.empty(), Optional.empty(), now);
                return Future.succeededFuture();
            }
            return house.stores()
                    .tags()
                    .card(pool, pair.client(), pair.purpose())
                    .compose(card -> card.map(stored -> open(actor, pool, stored, standing, now))
                            .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                    .map(plain -> {
                        put(actor, client, index, pair, stamp, Optional.of(end(standing)), plain, now);
                        return null;
                    });
        });
    }

    private void put(
            Actor actor,
            Ref client,
            PoolIndex index,
            Pair pair,
            int stamp,
            Optional<Long> end,
            Optional<byte[]> plain,
            Instant now) {
        index.replace(pair, stamp, end, plain, id -> kind(actor, client, pair.purpose(), id), now.toEpochMilli());
        plain.ifPresent(bytes -> java.util.Arrays.fill(bytes, (byte) 0));
    }

    /** When a yes ends, in milliseconds. */
    static long end(Standing standing) {
        return standing.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    /** The classes that a segment asks about. */
    static List<DataClass> classes(confidant.policy.PolicyEngine policy, Segment segment) {
        return segment.conditions().stream()
                .map(condition -> Matching.kind(policy, condition).dataClass())
                .distinct()
                .toList();
    }
}
