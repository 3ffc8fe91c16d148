package confidant.core.glass;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.NotFound;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.GlassStore;
import confidant.store.GlassStore.Look;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The looks as they are kept. Every change rests on the version that was read, and is tried again where that is past. */
public final class LookBook {
    private static final int TRIES = 8;
    private static final Logger LOG = LoggerFactory.getLogger(LookBook.class);

    private final House house;

    public LookBook(House house) {
        this.house = house;
    }

    GlassStore store() {
        return house.stores().glass();
    }

    Future<Optional<Look>> find(Ref client, UUID id) {
        return store().look(client.pool(), client.client(), id);
    }

    /**
     * @param change of what is there now; may be called again, may throw, and what it leaves as it is is not written
     * @return what is there afterwards; {@code NotFound} if there is no such look
     */
    Future<Look> change(Ref client, UUID id, UnaryOperator<Look> change) {
        return change(client, id, change, TRIES);
    }

    private Future<Look> change(Ref client, UUID id, UnaryOperator<Look> change, int tries) {
        return find(client, id).compose(found -> {
            Look before = found.orElseThrow(() -> new NotFound("look"));
            Look after = change.apply(before);
            if (after.equals(before)) {
                return Future.succeededFuture(before);
            }
            return store().put(after).compose(put -> {
                if (put) {
                    return Future.succeededFuture(after);
                }
                return tries > 1
                        ? change(client, id, change, tries - 1)
                        : Future.failedFuture(new Conflict("the look"));
            });
        });
    }

    /** Told by consents: what stands for a purpose that was taken back ends. Readings are refused by policy before, and without it. */
    public void consentChanged(Ref client, Purpose purpose, boolean given) {
        if (!given) {
            withdrawn(client, purpose).onFailure(failure -> LOG.warn("glass.left client={}", client.client()));
        }
    }

    Future<Void> withdrawn(Ref client, Purpose purpose) {
        return each(
                client,
                look -> look.purpose().equals(purpose) && look.stands(house.now()),
                look -> look.end(house.now(), "withdrawn"));
    }

    /** Ends every look at a client who is gone, and takes the statements away. Repeatable. */
    public Future<Void> forget(Ref client) {
        return each(
                client, look -> true, look -> look.end(house.now(), "erased").silent());
    }

    private Future<Void> each(Ref client, Predicate<Look> wanted, UnaryOperator<Look> change) {
        Future<List<Look>> all = store().looks(client.pool(), client.client());
        return all.compose(looks ->
                Lanes.each(1, looks.stream().filter(wanted).toList(), look -> change(client, look.id(), change)));
    }
}
