package confidant.core.pool;

import confidant.model.ClientId;
import confidant.model.Purpose;
import confidant.policy.TagKind;
import confidant.store.Bucket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * One pool in memory: clients by dense numbers and an index for each purpose. Thread-safe by one lock, held for
 * microseconds. After {@link #wipe()} it takes nothing in and knows nothing.
 */
final class PoolIndex {
    /** A client under a purpose whose data have to be read again. */
    record Pair(ClientId client, Purpose purpose) {}

    /**
     * The order of all lists of a pool, the same on every node and after every unlock; by bucket first, so that the clients of
     * one, who are read together and in this order, follow each other in the bitmaps.
     */
    static final Comparator<ClientId> ORDER = Comparator.comparing(Bucket::of)
            .thenComparing(id -> id.value().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(id -> id.value().getLeastSignificantBits(), Long::compareUnsigned);

    private final Map<ClientId, Integer> numbers = new HashMap<>();
    private final List<ClientId> clients = new ArrayList<>();
    private final Map<Purpose, PurposeIndex> purposes = new HashMap<>();
    private boolean wiped;

    /** The client's number; a new one gets the next. Numbers are never given again. */
    synchronized int number(ClientId client) {
        Integer known = numbers.get(client);
        if (known != null) {
            return known;
        }
        if (!wiped) {
            numbers.put(client, clients.size());
            clients.add(client);
        }
        return clients.size() - 1;
    }

    synchronized Optional<Integer> known(ClientId client) {
        return Optional.ofNullable(numbers.get(client));
    }

    synchronized int size() {
        return clients.size();
    }

    /** Takes in a part of a pool that opens, but nothing of what changed meanwhile; the indexes are the pool's from now on. */
    synchronized void take(Map<Purpose, PurposeIndex> part) {
        if (!wiped) {
            part.forEach((purpose, index) -> of(purpose).take(index));
        }
    }

    /** Says that something changed; what is read for an earlier stamp will not be taken any more. */
    synchronized int touch(ClientId client, Purpose purpose, boolean clear) {
        if (wiped) {
            return 0;
        }
        int number = number(client);
        if (clear) {
            of(purpose).clear(number);
        }
        return of(purpose).touch(number);
    }

    /** Replaces what is known of a client under a purpose, if {@code stamp} is still the latest. */
    synchronized void replace(
            Pair pair,
            int stamp,
            Optional<Long> end,
            Optional<byte[]> plain,
            Function<String, Optional<TagKind>> kinds,
            long now) {
        int number = number(pair.client());
        if (wiped || of(pair.purpose()).stamp(number) != stamp) {
            return;
        }
        PurposeIndex index = of(pair.purpose());
        index.clear(number);
        end.ifPresent(until -> {
            index.admit(number, until);
            plain.ifPresent(card -> index.note(number, card, kinds, now));
        });
    }

    /** Takes out whatever has ended by {@code now}; those clients may have more that has not. */
    synchronized List<Pair> ended(long now) {
        List<Pair> ended = new ArrayList<>();
        purposes.forEach((purpose, index) -> index.ended(now).forEach((org.roaringbitmap.IntConsumer) number -> {
            index.clear(number);
            ended.add(new Pair(clients.get(number), purpose));
        }));
        return ended;
    }

    /** Looks into the indexes under the lock; {@code question} must not keep what it is shown. */
    synchronized <R> R ask(Function<Map<Purpose, PurposeIndex>, R> question) {
        return question.apply(purposes);
    }

    synchronized List<ClientId> clients(RoaringBitmap numbersWanted) {
        List<ClientId> found = new ArrayList<>(numbersWanted.getCardinality());
        if (!wiped) {
            numbersWanted.forEach((org.roaringbitmap.IntConsumer) number -> found.add(clients.get(number)));
        }
        return found;
    }

    synchronized void wipe() {
        wiped = true;
        numbers.clear();
        clients.clear();
        purposes.clear();
    }

    private PurposeIndex of(Purpose purpose) {
        return purposes.computeIfAbsent(purpose, absent -> new PurposeIndex(0));
    }
}
