package confidant.bench.measure;

import confidant.bench.measure.Row.Target;
import confidant.ledger.Appended;
import confidant.ledger.Appender;
import confidant.ledger.LogState;
import confidant.ledger.LogVerifier;
import confidant.ledger.NoteSigner;
import confidant.ledger.SignedCheckpoint;
import confidant.ledger.TilePath;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appending to the ledger's log and verifying all of it, in memory. */
final class Log {
    private static final int BATCH = 250;
    private static final int ENTRY = 180;
    private static final String ORIGIN = "bench.example/audit";

    private final Map<TilePath, byte[]> tiles = new HashMap<>();
    private final Map<TilePath, TilePath> latest = new HashMap<>();
    private LogState state = LogState.empty();

    void run(Sheet sheet, int entries) {
        sheet.now("a log of " + entries + " entries");
        append(entries / 10);
        long begin = cpu();
        append(entries - entries / 10);
        double micros = (cpu() - begin) / 1e3 / (entries - entries / 10);
        sheet.add(Row.of(
                "ledger append",
                micros,
                "µs of processor time an entry",
                Target.most(20),
                "batches of " + BATCH + ", hashing and tiles",
                "hashing and rewriting partial tiles; signing once a batch does not count."));
        NoteSigner signer = NoteSigner.generate(ORIGIN, new SecureRandom());
        SignedCheckpoint head = SignedCheckpoint.sign(state.checkpoint(ORIGIN), signer);
        verify(signer, head);
        long start = System.nanoTime();
        verify(signer, head);
        double seconds = (System.nanoTime() - start) / 1e9;
        sheet.add(Row.of(
                "ledger verify, 1,000,000 entries",
                seconds * 1_000_000 / entries,
                "s",
                Target.most(5),
                entries == 1_000_000 ? "one thread" : "calculated from " + Row.number(entries),
                "two hashes an entry on one core."));
    }

    private void verify(NoteSigner signer, SignedCheckpoint head) {
        var verification = LogVerifier.of(signer.verifier()).verify(head, path -> Optional.ofNullable(tiles.get(path)));
        if (!verification.ok()) {
            throw new IllegalStateException("the bench's own log does not verify");
        }
    }

    private void append(int entries) {
        for (int done = 0; done < entries; done += BATCH) {
            List<byte[]> batch = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                byte[] entry = new byte[ENTRY];
                entry[0] = (byte) i;
                entry[1] = (byte) (done >> 8);
                batch.add(entry);
            }
            Appended appended = Appender.append(state, batch);
            state = appended.state();
            appended.writes().forEach(this::store);
        }
    }

    /** A tile that grew replaces its smaller self; what is never read again would only fill the memory. */
    private void store(TilePath path, byte[] bytes) {
        TilePath before = latest.put(path.isPartial() ? path.full() : path, path);
        if (before != null) {
            tiles.remove(before);
        }
        tiles.put(path, bytes);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
