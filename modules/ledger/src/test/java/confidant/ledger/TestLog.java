package confidant.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A log in memory, made of entries whose content follows from their number. */
final class TestLog implements TileSource {
    static final String ORIGIN = "desk.example/audit/test";
    static final NoteSigner SIGNER = NoteSigner.generate(ORIGIN, new SecureRandom());

    final Map<String, byte[]> stored = new TreeMap<>();
    final List<SignedCheckpoint> checkpoints = new ArrayList<>();
    LogState state = LogState.empty();

    static TestLog ofSize(long size, int batch) {
        TestLog log = new TestLog();
        while (log.state.size() < size) {
            log.grow((int) Math.min(batch, size - log.state.size()));
        }
        return log;
    }

    static byte[] entry(long number) {
        // Lengths vary, 0 included, so that the length prefix is exercised.
        return "x"
                .repeat((int) (number % 7))
                .concat(number % 11 == 0 ? "" : "entry " + number)
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<byte[]> entries(long from, int count) {
        List<byte[]> entries = new ArrayList<>();
        for (long i = from; i < from + count; i++) {
            entries.add(entry(i));
        }
        return entries;
    }

    void grow(int count) {
        Appended appended = Appender.append(state, entries(state.size(), count));
        appended.writes().forEach((path, bytes) -> stored.put(path.text(), bytes));
        state = appended.state();
        checkpoints.add(SignedCheckpoint.sign(state.checkpoint(ORIGIN), SIGNER));
    }

    SignedCheckpoint head() {
        return checkpoints.get(checkpoints.size() - 1);
    }

    void flip(TilePath path, int at, int mask) {
        byte[] bytes = stored.get(path.text()).clone();
        bytes[at] ^= (byte) mask;
        stored.put(path.text(), bytes);
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return Optional.ofNullable(stored.get(path.text()));
    }
}
