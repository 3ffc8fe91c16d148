package confidant.core.rules;

import confidant.core.Conflict;
import confidant.model.Actor;
import confidant.policy.PolicySet;
import confidant.store.HouseStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * All releases of rules in their order, and the sets themselves, as values of the house that are set once: no link can be
 * changed or taken out, and of two servers that add one at the same time only one does. The last link says what is in force.
 */
public final class ReleaseChain {
    private static final String LINK = "rules-release-";
    private static final String SET = "rules-set-";

    private final HouseStore store;

    public ReleaseChain(HouseStore store) {
        this.store = store;
    }

    /** The last link; empty while the house has never had any. */
    public Future<Optional<Release>> head() {
        return after(0);
    }

    /** The last link behind {@code number}; empty when there is none. */
    Future<Optional<Release>> after(int number) {
        return link(number + 1)
                .compose(next -> next.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : after(number + 1).map(later -> later.or(() -> next)));
    }

    private Future<Optional<Release>> link(int number) {
        return store.value(LINK + number).map(found -> found.map(bytes -> Release.read(number, bytes)));
    }

    /** A set that was released, packed; whoever unpacks it lets {@link #checked} do so. */
    public Future<byte[]> packed(String hash) {
        return store.value(SET + hash)
                .map(found -> found.orElseThrow(
                        () -> new IllegalStateException("the released rules `" + hash + "` are gone from the store")));
    }

    /**
     * Reads a packed set and makes sure that it is the one that was released.
     *
     * @throws IllegalStateException if it is another, whoever put it there
     */
    public static PolicySet checked(String hash, byte[] packed) {
        PolicySet set;
        try {
            set = PolicySet.unpack(packed);
        } catch (IllegalArgumentException damaged) {
            throw new IllegalStateException("the released rules `" + hash + "` are damaged in the store", damaged);
        }
        if (!set.hash().equals(hash)) {
            throw new IllegalStateException("the released rules `" + hash + "` were changed in the store");
        }
        return set;
    }

    /** The rules that a house begins with; the first link, whoever made it. */
    public Future<Release> found(PolicySet set, Instant at) {
        Actor house = new Actor(Actor.Role.OPERATOR, "start");
        Release first = new Release(1, set.hash(), Optional.empty(), house, at);
        return keep(set).compose(kept -> store.putOnce(LINK + 1, first.bytes())).map(bytes -> Release.read(1, bytes));
    }

    /** Keeps a set, so that a link may name it. */
    Future<Void> keep(PolicySet set) {
        return store.putOnce(SET + set.hash(), set.pack()).mapEmpty();
    }

    /** Adds a link, whose set is kept; {@link Conflict} if somebody else was quicker. */
    Future<Release> add(Release link) {
        return store.putOnce(LINK + link.number(), link.bytes()).map(bytes -> {
            if (!Release.read(link.number(), bytes).equals(link)) {
                throw new Conflict("the set of rules in force");
            }
            return link;
        });
    }
}
