package confidant.bench.measure;

import confidant.core.House;
import confidant.core.consent.ConsentBook;
import confidant.core.gate.Gate;
import confidant.core.keys.Keys;
import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.model.Slot;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.LedgerStore.Waiting;
import confidant.vault.DataKey;
import confidant.vault.PoolKey;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** What encryption, policy and ledger cost, each alone, beside the cost of a whole inbound message. */
final class Parts {
    /** Asked for what an inbound message needs: who may keep it, and under which consent. */
    private static final int DECISIONS = 2;

    private static final int ROWS = 4_000;
    private final House house;
    private final Ref client;
    private final long node;
    private final Gate gate;

    Parts(House house, Ref client, long node) {
        this.house = house;
        this.client = client;
        this.node = node;
        this.gate = new Gate(house, new ConsentBook(house.stores().consents()), new Keys(house));
    }

    /** @param message processor time of a whole inbound message, in microseconds */
    void run(Sheet sheet, double message) {
        sheet.now("encryption, policy and ledger, each alone");
        double decide = micros(this::decide);
        double seal = micros(sealing());
        double row = ledgerRow();
        sheet.add(Row.fact("policy decision", decide * 1000, "ns", "an opening made out"));
        sheet.add(Row.fact("sealing a message of 200 bytes", seal, "µs", ""));
        sheet.add(Row.fact(
                "storing one line of the ledger", row, "µs of processor time", "this process and node, 64 at once"));
        sheet.add(Row.fact("one whole inbound message", message, "µs of processor time", "server and node"));
        share(sheet, "encryption", seal, message);
        share(sheet, "policy", DECISIONS * decide, message);
        share(sheet, "ledger", row, message);
        double without = message - seal - DECISIONS * decide - row;
        sheet.add(Row.of(
                "privacy tax: with over without",
                message / without,
                "times",
                Row.Target.most(1.3),
                "processor time of an inbound message, calculated from the parts",
                "the ledger's line, one more durable row for each message; encryption and policy hardly count."));
    }

    private static void share(Sheet sheet, String part, double micros, double message) {
        sheet.add(Row.fact(
                "share of " + part,
                100 * micros / message,
                "%",
                String.format(Locale.ROOT, "%.2f µs of an inbound message", micros)));
    }

    private void decide() {
        gate.decide(
                Actor.of(client.client()),
                Act.RECEIVE,
                DataClass.MESSAGE,
                Purpose.SERVICE,
                client,
                ConsentStatus.NONE,
                1,
                house.now());
    }

    private Runnable sealing() {
        var vault = house.vault();
        PoolKey pool = vault.openPool(house.id(), client.pool(), 1, vault.newPoolKey(house.id(), client.pool(), 1));
        byte[] wrapped = vault.newDataKey(pool, client.client(), Purpose.SERVICE, 1);
        DataKey key = vault.openDataKey(pool, client.client(), Purpose.SERVICE, 1, wrapped);
        Slot slot =
                new Slot(house.id(), client.pool(), client.client(), Purpose.SERVICE, "message", "text", "bench", 0);
        byte[] words = "x".repeat(200).getBytes(StandardCharsets.UTF_8);
        return () -> vault.seal(key, slot, words);
    }

    /** Processor time of this process and the node for one stored line, in microseconds. */
    private double ledgerRow() {
        write("warm");
        Duration before = ProcessFigures.cpu(node)
                .plus(ProcessFigures.cpu(ProcessHandle.current().pid()));
        write("row");
        Duration after = ProcessFigures.cpu(node)
                .plus(ProcessFigures.cpu(ProcessHandle.current().pid()));
        return after.minus(before).toNanos() / 1e3 / ROWS;
    }

    /** Into a bucket of the distant past, which no sequencer looks at. */
    private void write(String run) {
        byte[] line = new byte[180];
        Wait.on(Future.all(IntStream.range(0, 64)
                .mapToObj(lane -> {
                    Future<Void> all = Future.succeededFuture();
                    for (int i = 0; i < ROWS / 64; i++) {
                        String id = run + "-" + lane + "-" + i;
                        all = all.compose(next -> house.stores().ledger().append(new Waiting(1 + lane, id, line)));
                    }
                    return all;
                })
                .toList()));
    }

    /** Median of nine batches, after as many to warm up, in microseconds a call. */
    private static double micros(Runnable work) {
        double[] batches = new double[18];
        for (int batch = 0; batch < batches.length; batch++) {
            int calls = 20_000;
            long begin = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                work.run();
            }
            batches[batch] = (System.nanoTime() - begin) / 1e3 / calls;
        }
        double[] warm = Arrays.copyOfRange(batches, 9, 18);
        Arrays.sort(warm);
        return warm[4];
    }
}
