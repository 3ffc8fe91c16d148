package confidant.core.silence;

import confidant.core.House;
import confidant.core.consent.Holds;
import confidant.core.handover.OfferBook;
import confidant.core.privacy.Complaints;
import confidant.core.request.Requests;
import confidant.store.ConversationStore.Ref;
import confidant.store.LibraryStore.Share;
import confidant.store.PaperStore.Paper;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Looks for what keeps a client although their time is over. No paper is opened: that one lies open is enough. */
final class Keepers {
    private final House house;
    private final Holds holds;

    Keepers(House house, Holds holds) {
        this.house = house;
        this.holds = holds;
    }

    /** Everything but consents and rules. */
    Future<Set<Keeper>> of(Ref client) {
        Set<Keeper> found = Collections.synchronizedSet(EnumSet.noneOf(Keeper.class));
        List<Future<?>> looks = new ArrayList<>();
        looks.add(note(found, Keeper.HOLD, holds.held(client)));
        looks.add(note(found, Keeper.REQUEST, open(client, Requests.KIND)));
        looks.add(note(found, Keeper.COMPLAINT, open(client, Complaints.KIND)));
        looks.add(note(found, Keeper.HANDOVER, open(client, OfferBook.KIND)));
        looks.add(note(
                found,
                Keeper.MESSAGE,
                house.stores().conversations().pending(client).map(rows -> !rows.isEmpty())));
        looks.add(note(found, Keeper.SHARE, shared(client)));
        return Future.all(looks).map(done -> found);
    }

    private static Future<?> note(Set<Keeper> found, Keeper one, Future<Boolean> keeps) {
        return keeps.onSuccess(yes -> {
            if (yes) {
                found.add(one);
            }
        });
    }

    private Future<Boolean> open(Ref client, String kind) {
        return house.stores()
                .papers()
                .papers(client.pool(), client.client(), kind)
                .map(all -> all.stream().anyMatch(Paper::open));
    }

    // Shares are done within minutes, so there are hardly ever any.
    private Future<Boolean> shared(Ref client) {
        return house.stores().library().unfinished().compose(shares -> {
            Future<Boolean> found = Future.succeededFuture(false);
            for (Share share : shares) {
                if (share.pool().equals(client.pool())) {
                    found = found.compose(already -> already
                            ? Future.succeededFuture(true)
                            : house.stores().library().open(share.id()).map(open -> open.contains(client.client())));
                }
            }
            return found;
        });
    }
}
