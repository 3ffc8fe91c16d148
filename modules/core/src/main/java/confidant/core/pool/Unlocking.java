package confidant.core.pool;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.consent.Consents;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConsentStore.Outline;
import confidant.store.ConversationStore.Ref;
import confidant.store.TagStore.Card;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a pool into memory: keys, consents, clients and cards side by side; the cards are opened once the others are in, on
 * workers in slices so that no thread is held for long. Withdrawals that a crash cut short are ended on the way.
 */
final class Unlocking {
    private static final Logger LOG = LoggerFactory.getLogger(Unlocking.class);
    /** About 500 clients with a card under each of five purposes. */
    private static final int SLICE = 2500;

    private static final int SWEEPS = 8;

    private final House house;
    private final Keys keys;
    private final Consents consents;
    private final Opener opener;
    private final OpenPool pool;
    private final PoolId id;
    private final Actor actor;

    // The oldest key that is alive of each client and purpose.
    private final Map<PoolIndex.Pair, Integer> alive = new ConcurrentHashMap<>();
    private final List<Outline> steps = Collections.synchronizedList(new ArrayList<>());
    private final List<ClientId> clients = Collections.synchronizedList(new ArrayList<>());
    private final Set<ClientId> seen = ConcurrentHashMap.newKeySet();
    private final List<Future<Void>> slices = new ArrayList<>();
    private final Deque<Card> waiting = new ArrayDeque<>();
    private Map<ClientId, Map<Purpose, Standing>> standings = Map.of();
    private boolean admitted;

    Unlocking(House house, Keys keys, Consents consents, Opener opener, OpenPool pool) {
        this.house = house;
        this.keys = keys;
        this.consents = consents;
        this.opener = opener;
        this.pool = pool;
        this.id = pool.desk.pool();
        this.actor = pool.desk.actor();
    }

    /** @return how many clients were read */
    Future<Integer> run() {
        Future<Void> keysIn = keys.preload(id, this::note);
        Future<Void> stepsIn = house.stores().consents().outlines(id, steps::addAll);
        Future<Void> clientsIn = house.stores().clients().ids(id, clients::addAll);
        Future<Void> cardsIn = house.stores().tags().cards(id, this::take);
        return Future.all(keysIn, stepsIn, clientsIn)
                .compose(in -> house.worker().run(this::admit))
                .compose(in -> {
                    begin();
                    return cardsIn;
                })
                .compose(in -> {
                    flush(1);
                    return Future.all(List.copyOf(slices));
                })
                .map(in -> {
                    pool.progress(clients.size(), clients.size());
                    return clients.size();
                });
    }

    /** Ends withdrawals that a crash cut short; a failure leaves the rest to the next unlock. */
    Future<Void> sweep() {
        Instant now = house.now();
        List<PoolIndex.Pair> dead = alive.entrySet().stream()
                .filter(key -> dead(
                        standing(key.getKey().client(), key.getKey().purpose()),
                        key.getKey().purpose(),
                        key.getValue(),
                        now))
                .map(Map.Entry::getKey)
                .toList();
        return Lanes.each(SWEEPS, dead, pair -> consents.sweep(new Ref(id, pair.client()), pair.purpose()))
                .onFailure(e -> LOG.warn(
                        "unlock.sweep-failed pool={} cause={}", id, e.getClass().getSimpleName()))
                .otherwiseEmpty();
    }

    // A yes that only just ran out may be renewed and keeps its key; one that ended, or was never given, may have none.
    // A key older than the yes in force outlived its own.
    private boolean dead(Standing standing, Purpose purpose, int keyNo, Instant now) {
        boolean consented = house.policy()
                .purpose(purpose)
                .map(PurposeInfo::basis)
                .filter(basis -> basis == Basis.CONSENT)
                .isPresent();
        return consented && (!standing.live() || keyNo < standing.grant());
    }

    private void note(List<Keys.Alive> keys) {
        for (Keys.Alive key : keys) {
            alive.merge(new PoolIndex.Pair(key.client(), key.purpose()), key.keyNo(), Math::min);
        }
    }

    private Void admit() {
        Instant now = house.now();
        standings = fold(now);
        // Sorted, so that a list has the same order on every node and after every unlock.
        clients.sort(Comparator.comparing(ClientId::value));
        pool.progress(0, clients.size());
        for (ClientId client : clients) {
            pool.index.number(client);
            standings.getOrDefault(client, Map.of()).forEach((purpose, standing) -> {
                if (standing.status().valid()) {
                    pool.index.admit(client, purpose, Opener.end(standing));
                }
            });
        }
        return nothing();
    }

    private Map<ClientId, Map<Purpose, Standing>> fold(Instant now) {
        Map<ClientId, List<Outline>> histories = new HashMap<>();
        steps.forEach(step -> histories
                .computeIfAbsent(step.client(), absent -> new ArrayList<>())
                .add(step));
        Map<ClientId, Map<Purpose, Standing>> folded = new HashMap<>();
        histories.forEach((client, history) -> {
            history.sort(Comparator.comparingLong(Outline::seq));
            folded.put(client, ConsentBook.fold(history, now));
        });
        return folded;
    }

    private synchronized void take(List<Card> cards) {
        waiting.addAll(cards);
        if (admitted) {
            flush(SLICE);
        }
    }

    private synchronized void begin() {
        admitted = true;
        flush(SLICE);
    }

    private synchronized void flush(int least) {
        while (waiting.size() >= least) {
            List<Card> slice = new ArrayList<>(SLICE);
            while (slice.size() < SLICE && !waiting.isEmpty()) {
                slice.add(waiting.remove());
            }
            slices.add(house.worker().run(() -> open(slice)).compose(late -> late));
        }
    }

    private Future<Void> open(List<Card> slice) {
        Instant now = house.now();
        List<Future<Void>> late = new ArrayList<>();
        Set<ClientId> clientsHere = new HashSet<>();
        for (Card card : slice) {
            clientsHere.add(card.client());
            Standing standing = standing(card.client(), card.purpose());
            if (!standing.status().valid()) {
                continue;
            }
            Future<Void> filled = opener.open(actor, id, card, standing, now)
                    .map(plain -> fill(card, plain.orElse(new byte[0]), now));
            if (!filled.succeeded()) {
                late.add(filled);
            }
        }
        seen.addAll(clientsHere);
        pool.progress(Math.min(seen.size(), clients.size()), clients.size());
        return late.isEmpty() ? Future.succeededFuture() : Future.all(late).mapEmpty();
    }

    private Void fill(Card card, byte[] plain, Instant now) {
        if (plain.length > 0) {
            Ref client = new Ref(id, card.client());
            pool.index.fill(
                    card.client(),
                    card.purpose(),
                    plain,
                    kind -> opener.kind(actor, client, card.purpose(), kind),
                    now.toEpochMilli());
            Arrays.fill(plain, (byte) 0);
        }
        return nothing();
    }

    private Standing standing(ClientId client, Purpose purpose) {
        return standings.getOrDefault(client, Map.of()).getOrDefault(purpose, Standing.NOTHING);
    }

    @SuppressWarnings("NullAway") // Void has no other value.
    private static Void nothing() {
        return null;
    }
}
