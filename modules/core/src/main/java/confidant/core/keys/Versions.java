package confidant.core.keys;

import confidant.core.House;
import confidant.model.PoolId;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far cards and consents of a pool have come, so that a ring can say what an old copy of them is. */
final class Versions {
    private final House house;

    Versions(House house) {
        this.house = house;
    }

    /** @param card version of the tag card; {@code step} number of the last step of consent; 0 for none */
    record Least(long card, long step) {
        private Least and(Least other) {
            return new Least(Math.max(card, other.card), Math.max(step, other.step));
        }
    }

    Future<Map<Owner, Least>> of(PoolId pool) {
        Map<Owner, Least> least = new ConcurrentHashMap<>();
        Future<Void> cards = house.stores()
                .tags()
                .cards(
                        pool,
                        slice -> slice.forEach(card -> least.merge(
                                new Owner(pool, card.client(), card.purpose()),
                                new Least(card.version(), 0),
                                Least::and)));
        Future<Void> steps = house.stores()
                .consents()
                .outlines(
                        pool,
                        slice -> slice.forEach(step -> least.merge(
                                new Owner(pool, step.client(), step.purpose()), new Least(0, step.seq()), Least::and)));
        return Future.all(cards, steps).map(least);
    }
}
