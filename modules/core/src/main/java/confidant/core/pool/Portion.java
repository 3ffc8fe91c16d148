package confidant.core.pool;

import confidant.core.House;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConsentStore.Outline;
import confidant.store.TagStore.Card;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One bucket of a pool that is about to open: its clients, how their consents stand, and indexes of its own, filled without
 * any lock and then handed to the pool at once. One thread at a time.
 */
final class Portion {
    private static final class Person {
        private final int number;
        private final List<Outline> steps = new ArrayList<>(8);
        private Map<Purpose, Standing> standings = Map.of();

        private Person(int number) {
            this.number = number;
        }

        private Standing standing(Purpose purpose) {
            return standings.getOrDefault(purpose, Standing.NOTHING);
        }
    }

    private record Late(int number, Purpose purpose, Future<Optional<byte[]>> plain) {}

    private final House house;
    private final Opener opener;
    private final OpenPool pool;
    private final PoolId id;
    private final Actor actor;
    private final Instant now;
    private final Map<ClientId, Person> people = new HashMap<>();
    private final List<Keys.Alive> alive = new ArrayList<>();
    private final Map<Purpose, PurposeIndex> indexes = new HashMap<>();
    private final List<Late> late = new ArrayList<>();
    private int first = Integer.MAX_VALUE;

    Portion(House house, Opener opener, OpenPool pool) {
        this.house = house;
        this.opener = opener;
        this.pool = pool;
        this.id = pool.desk.pool();
        this.actor = pool.desk.actor();
        this.now = house.now();
    }

    int size() {
        return people.size();
    }

    void add(ClientId client, int number) {
        people.put(client, new Person(number));
        first = Math.min(first, number);
    }

    void add(Keys.Alive key) {
        alive.add(key);
    }

    /** Works out how the consents stand and lets in whose yes is valid. */
    void fold(Stream<Outline> steps) {
        steps.forEach(step -> {
            Person person = people.get(step.client());
            if (person != null) {
                person.steps.add(step);
            }
        });
        people.values().forEach(person -> {
            person.standings = ConsentBook.fold(person.steps, now);
            person.steps.clear();
            person.standings.forEach((purpose, standing) -> {
                if (standing.status().valid()) {
                    index(purpose).admit(person.number, Opener.end(standing));
                }
            });
        });
    }

    /** The keys that outlived their yes. */
    Set<PoolIndex.Pair> dead() {
        Set<PoolIndex.Pair> dead = new HashSet<>();
        Map<Purpose, Boolean> consented = new HashMap<>();
        for (Keys.Alive key : alive) {
            Person person = people.get(key.client());
            Standing standing = person == null ? Standing.NOTHING : person.standing(key.purpose());
            if (consented.computeIfAbsent(key.purpose(), this::isConsented) && outlived(standing, key.keyNo())) {
                dead.add(new PoolIndex.Pair(key.client(), key.purpose()));
            }
        }
        return dead;
    }

    private boolean isConsented(Purpose purpose) {
        return house.policy()
                .purpose(purpose)
                .map(PurposeInfo::basis)
                .filter(basis -> basis == Basis.CONSENT)
                .isPresent();
    }

    // A yes that only just ran out may be renewed and keeps its key; one that ended, or was never given, may have none.
    // A key older than the yes in force outlived its own.
    private static boolean outlived(Standing standing, int keyNo) {
        return !standing.live() || keyNo < standing.grant();
    }

    /** Opens what may be counted; succeeds when all of it is open, which is at once where all keys are at hand. */
    Future<Void> open(Stream<Card> cards) {
        cards.forEach(this::open);
        return late.isEmpty()
                ? Future.succeededFuture()
                : Future.all(late.stream().map(Late::plain).toList()).mapEmpty();
    }

    private void open(Card card) {
        Person person = people.get(card.client());
        if (person == null) {
            return;
        }
        Standing standing = person.standing(card.purpose());
        if (!standing.status().valid()) {
            return;
        }
        Future<Optional<byte[]>> plain = opener.open(actor, id, card, standing, now);
        if (plain.succeeded()) {
            note(person.number, card.purpose(), plain.result());
        } else {
            late.add(new Late(person.number, card.purpose(), plain));
        }
    }

    /** Hands what was opened to the pool, and forgets the rest. */
    void hand() {
        late.forEach(one -> note(one.number, one.purpose, one.plain.result()));
        pool.index.take(indexes);
        List.of(late, alive).forEach(List::clear);
        List.of(people, indexes).forEach(Map::clear);
    }

    private void note(int number, Purpose purpose, Optional<byte[]> opened) {
        if (opened.isPresent()) {
            byte[] plain = opened.get();
            index(purpose)
                    .note(number, plain, kind -> opener.kind(actor, Opener.any(id), purpose, kind), now.toEpochMilli());
            Arrays.fill(plain, (byte) 0);
        }
    }

    private PurposeIndex index(Purpose purpose) {
        return indexes.computeIfAbsent(purpose, absent -> new PurposeIndex(first));
    }
}
