package confidant.bench.measure;

import confidant.app.Running;
import confidant.bench.measure.Row.Target;
import confidant.bench.replay.Quantiles;
import confidant.core.Desk;
import confidant.core.pool.Segment;
import confidant.core.pool.Segment.Condition;
import confidant.model.Purpose;
import confidant.store.HouseStore.Concierge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Unlocking a pool, counting segments in it and looking for greetings that are due, in a house in this process. */
final class PoolMeasure {
    private static final int WHOLE = 10_000;

    private final Running house;
    private final Concierge concierge;
    private final Desk desk;

    PoolMeasure(Running house, Concierge concierge) {
        this.house = house;
        this.concierge = concierge;
        this.desk = new Desk(concierge.id(), concierge.pool());
    }

    void run(Sheet sheet, Length length, Duration most) {
        sheet.now("filling a pool with " + length.pool() + " clients, for " + most.toSeconds() + " s at most");
        int clients = new Seeding(house.house(), concierge).run(length.pool(), most);
        // As the hourly bells do.
        Wait.on(house.rooms().erasures().seal(concierge.pool()));
        Wait.on(house.rooms().pools().shelve(concierge.pool()));
        unlock(sheet, clients, length.rounds() / 10 + 3);
        count(sheet, clients, length.rounds() * 3);
        greetings(sheet, length.rounds() / 5);
    }

    private void unlock(Sheet sheet, int clients, int rounds) {
        sheet.now("unlocking " + clients + " clients, " + rounds + " times");
        Quantiles took = times(rounds, 2 * rounds, () -> {
            house.rooms().pools().lock(desk);
            long begin = System.nanoTime();
            Wait.on(house.rooms().pools().unlock(desk));
            return System.nanoTime() - begin;
        });
        String detail = "30 tags under 5 purposes each";
        if (clients < WHOLE) {
            // Not scaled up: a part of the time does not grow with the clients.
            sheet.add(Row.fact("pool unlock, only " + clients + " clients, p50", took.millis(0.5), "ms", detail));
            return;
        }
        sheet.add(
                Row.of(
                        "pool unlock, 10,000 clients, p50",
                        took.millis(0.5),
                        "ms",
                        Target.most(250),
                        detail,
                        "opening 50,000 cards under a key each, and reading 300,000 tags; cards, consents and keys come packed."));
        sheet.add(Row.of(
                "pool unlock, 10,000 clients, p99", took.millis(0.99), "ms", Target.most(500), detail, "the same."));
    }

    private void count(Sheet sheet, int clients, int rounds) {
        Segment segment = new Segment(
                Purpose.SHARING,
                List.of(
                        new Condition.Has("region", region(), false),
                        new Condition.AtLeast("purchases", 3, false),
                        new Condition.Has("likes", "", false)));
        Quantiles took = times(rounds, rounds, () -> {
            long begin = System.nanoTime();
            Wait.on(house.rooms().pools().count(desk, segment));
            return System.nanoTime() - begin;
        });
        String limit = "the line in the ledger that every count leaves, durable before the answer; the bitmaps take"
                + " microseconds.";
        String detail = clients + " clients, its line in the ledger included";
        sheet.add(Row.of("segment count, p50", took.millis(0.5), "ms", Target.most(0.5), detail, limit));
        sheet.add(Row.fact("segment count, p99", took.millis(0.99), "ms", detail));
    }

    private String region() {
        return house.house().policy().tagKind("region").orElseThrow().values().keySet().stream()
                .sorted()
                .findFirst()
                .orElse("");
    }

    private void greetings(Sheet sheet, int rounds) {
        Quantiles took = times(rounds, 3, () -> {
            long begin = System.nanoTime();
            Wait.on(house.rooms().greetings().run());
            return System.nanoTime() - begin;
        });
        sheet.add(Row.of(
                "greetings due scan, one tick",
                took.millis(0.5),
                "ms",
                Target.most(50),
                "nothing due",
                "one reading for each shard of the day, one after the other; it grows with what is due, not with the"
                        + " clients."));
    }

    private static Quantiles times(int rounds, int warmUp, Callable<Long> work) {
        List<Long> all = new ArrayList<>();
        try {
            for (int i = 0; i < rounds + warmUp; i++) {
                long took = work.call();
                if (i >= warmUp) {
                    all.add(took);
                }
            }
        } catch (RuntimeException told) {
            throw told;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Quantiles.of(all);
    }
}
