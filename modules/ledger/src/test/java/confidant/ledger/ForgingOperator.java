package confidant.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * An operator who holds the signing key and rewrites the past: every tile is made anew from the change on, so that the
 * forged log is whole in itself and its proofs are the best there are. Only what others kept can show it.
 */
final class ForgingOperator {
    /** What is done to the past. */
    enum Deed {
        DROP,
        REORDER,
        EDIT,
        TRUNCATE,
        FORK
    }

    /**
     * @param deed what was done
     * @param at the first entry that is not what was logged
     * @param size the forged log's size
     */
    record Forged(Deed deed, long at, LogState state, TileSource tiles) {
        long size() {
            return state.size();
        }
    }

    private static final int STEP = 8;

    final int size;
    private final Map<String, byte[]> honest = new HashMap<>();
    private final List<LogState> states = new ArrayList<>();
    private final List<Hash> roots = new ArrayList<>();
    private final SplittableRandom random;

    ForgingOperator(int size, SplittableRandom random) {
        this.size = size;
        this.random = random;
        LogState state = LogState.empty();
        for (int number = 0; number < size; number++) {
            if (number % STEP == 0) {
                states.add(state);
            }
            roots.add(state.root());
            Appended appended = Appender.append(state, List.of(entry(number)));
            appended.writes().forEach((path, bytes) -> honest.put(path.text(), bytes));
            state = appended.state();
        }
        roots.add(state.root());
    }

    /** No two entries are the same, or exchanging them would change nothing. */
    static byte[] entry(long number) {
        return ("{\"entry\":" + number + "}").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    Hash leaf(long number) {
        return Merkle.leafHash(entry(number));
    }

    /** The root that was signed at a size. */
    Hash root(int at) {
        return roots.get(at);
    }

    TileSource tiles() {
        return path -> Optional.ofNullable(honest.get(path.text()));
    }

    /** A forged log that differs from the signed one before {@code seen}. */
    Forged forge(Deed deed, int seen) {
        if (deed == Deed.TRUNCATE) {
            return forged(deed, seen - 1 - small(seen), List.of());
        }
        // Late changes are likelier: they cost less to make and are the harder ones to see.
        int at = seen - 1 - small(seen);
        int grown = seen + small(size - seen + 1);
        List<byte[]> tail = new ArrayList<>();
        for (int number = at; number < grown; number++) {
            tail.add(entry(number));
        }
        switch (deed) {
            case DROP -> tail.remove(0);
            case EDIT -> tail.set(0, edited(tail.get(0)));
            case REORDER -> {
                int other = tail.size() == 1 ? -1 : 1 + random.nextInt(tail.size() - 1);
                tail.set(0, other < 0 ? edited(tail.get(0)) : tail.set(other, tail.get(0)));
            }
            default -> tail.replaceAll(ForgingOperator::other);
        }
        while (at + tail.size() < grown) {
            tail.add(entry(size + tail.size())); // so that the size gives nothing away
        }
        return forged(deed, at, tail);
    }

    private Forged forged(Deed deed, int at, List<byte[]> tail) {
        LogState from = states.get(at / STEP);
        List<byte[]> entries = new ArrayList<>();
        for (long number = from.size(); number < at; number++) {
            entries.add(entry(number));
        }
        entries.addAll(tail);
        Map<String, byte[]> written = new HashMap<>();
        Appended appended = Appender.append(from, entries);
        appended.writes().forEach((path, bytes) -> written.put(path.text(), bytes));
        return new Forged(deed, at, appended.state(), path -> {
            byte[] mine = written.get(path.text());
            return Optional.ofNullable(mine == null ? honest.get(path.text()) : mine);
        });
    }

    private byte[] edited(byte[] entry) {
        byte[] edited = entry.clone();
        edited[random.nextInt(edited.length)] ^= (byte) (1 + random.nextInt(255));
        return edited;
    }

    private static byte[] other(byte[] entry) {
        byte[] other = entry.clone();
        other[0] = '[';
        return other;
    }

    /** A number below {@code bound}, each power of two as likely as any other. */
    private int small(int bound) {
        int bits = random.nextInt(33 - Integer.numberOfLeadingZeros(bound));
        return Math.min(bound - 1, random.nextInt(1 << bits));
    }
}
