package confidant.store;

import confidant.model.ClientId;
import java.util.List;
import java.util.stream.IntStream;

/** A pool is cut into sixteen buckets of clients, so that all of it is read in pieces of which each is whole by itself. */
public final class Bucket {
    public static final int COUNT = 16;

    /** The numbers of all buckets, from 0. */
    public static final List<Integer> ALL = IntStream.range(0, COUNT).boxed().toList();

    private Bucket() {}

    /** INVARIANT: never changes for a client; the low bits of a random id are evenly spread. */
    public static int of(ClientId client) {
        return (int) (client.value().getLeastSignificantBits() & (COUNT - 1));
    }
}
