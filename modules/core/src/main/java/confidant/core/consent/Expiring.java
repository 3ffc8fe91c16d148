package confidant.core.consent;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.consent.ConsentRules.Situation;
import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.store.ConsentStore.Outline;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down that the time of a yes, and the grace after it, is over, so that its key is destroyed. That nothing is opened
 * under it any more does not wait for this. Repeatable, and harmless on several nodes at once.
 */
public final class Expiring {
    private static final int AT_ONCE = 8;

    private final House house;
    private final Consents consents;

    public Expiring(House house, Consents consents) {
        this.house = house;
        this.consents = consents;
    }

    private record Over(Ref client, Purpose purpose) {}

    /** Looks through every pool, one after the other. */
    public Future<Void> run() {
        return house.stores().house().concierges().compose(all -> {
            Future<Void> pools = Future.succeededFuture();
            for (var concierge : all) {
                pools = pools.compose(done -> pool(concierge.pool()));
            }
            return pools;
        });
    }

    private Future<Void> pool(PoolId pool) {
        List<Outline> steps = new ArrayList<>();
        return house.stores()
                .consents()
                .outlines(pool, steps::addAll)
                .compose(read -> house.worker().run(() -> over(pool, steps)))
                .compose(over -> Lanes.each(AT_ONCE, over, this::expire));
    }

    private List<Over> over(PoolId pool, List<Outline> steps) {
        Instant now = house.now();
        Map<ClientId, List<Outline>> histories = new HashMap<>();
        steps.forEach(step -> histories
                .computeIfAbsent(step.client(), absent -> new ArrayList<>())
                .add(step));
        List<Over> over = new ArrayList<>();
        histories.forEach((client, history) -> {
            history.sort(Comparator.comparingLong(Outline::seq));
            ConsentBook.fold(history, now).forEach((purpose, standing) -> {
                if (over(purpose, standing, now)) {
                    over.add(new Over(new Ref(pool, client), purpose));
                }
            });
        });
        return over;
    }

    private boolean over(Purpose purpose, Standing standing, Instant now) {
        boolean marked =
                house.policy().purpose(purpose).filter(PurposeInfo::marked).isPresent();
        Situation situation = Situation.of(standing, house.policy().asking(), marked, now);
        return situation.live() && situation.over();
    }

    // Somebody may have renewed it between the reading and now: then the rules say no, and that is right.
    private Future<Void> expire(Over over) {
        return consents.expire(over.client, over.purpose)
                .<Void>mapEmpty()
                .recover(failure ->
                        failure instanceof StepRefused ? Future.succeededFuture() : Future.failedFuture(failure));
    }
}
