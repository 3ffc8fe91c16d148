package confidant.core.people;

import confidant.core.Guest;
import confidant.core.House;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody was before a hand-over to another concierge, and is after it. What it tells never changes, so it may be
 * remembered. Thread-safe.
 */
public final class Succession {
    private final House house;
    private final Recent<Ref, Ref> successors = new Recent<>(50_000);
    private final Recent<Ref, Optional<Ref>> origins = new Recent<>(50_000);

    public Succession(House house) {
        this.house = house;
    }

    /** Who a client is by now; the same where nothing was handed over. */
    public Future<Ref> now(Ref client) {
        return successor(client).compose(next -> next.isEmpty() ? Future.succeededFuture(client) : now(next.get()));
    }

    /** The same for somebody at their own page. */
    public Future<Guest> now(Guest guest) {
        return now(guest.ref()).map(ref -> new Guest(ref.pool(), ref.client()));
    }

    /** Everybody whom a client was before, the latest first; mostly nobody. */
    public Future<List<Ref>> before(Ref client) {
        return before(client, new ArrayList<>());
    }

    /** Who a client was with the concierge before this one. */
    public Future<Optional<Ref>> origin(Ref client) {
        Optional<Optional<Ref>> known = origins.get(client);
        // Noted before anybody can come as this client, so that there is none may be remembered as well.
        return known.isPresent()
                ? Future.succeededFuture(known.get())
                : house.stores().clients().origin(client).onSuccess(found -> origins.put(client, found));
    }

    private Future<List<Ref>> before(Ref client, List<Ref> found) {
        return origin(client).compose(one -> {
            one.ifPresent(found::add);
            return one.isEmpty() ? Future.succeededFuture(List.copyOf(found)) : before(one.get(), found);
        });
    }

    private Future<Optional<Ref>> successor(Ref client) {
        Optional<Ref> known = successors.get(client);
        return known.isPresent()
                ? Future.succeededFuture(known)
                : house.stores()
                        .clients()
                        .successor(client)
                        .onSuccess(found -> found.ifPresent(next -> successors.put(client, next)));
    }
}
