package confidant.vault;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The plain bytes of a ring's part: the purposes by number, then entry after entry. Whoever holds the array wipes it. */
final class RingText {
    private static final byte VERSION = 1;
    private static final int ENTRY = 16 + 1 + 4 + 8 + 8 + 4;

    private RingText() {}

    static byte[] write(List<RingEntry> entries) {
        Map<Purpose, Integer> numbers = new LinkedHashMap<>();
        entries.forEach(entry -> numbers.putIfAbsent(entry.purpose(), numbers.size()));
        List<byte[]> names = numbers.keySet().stream()
                .map(purpose -> purpose.id().getBytes(StandardCharsets.UTF_8))
                .toList();
        if (names.size() > 255) {
            throw new VaultRefused("the ring has too many purposes");
        }
        int size = 2
                + Integer.BYTES
                + names.stream().mapToInt(name -> 1 + name.length).sum();
        for (RingEntry entry : entries) {
            size += ENTRY + (entry.key().isPresent() ? Ciphers.KEY_SIZE : 0);
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(VERSION).put((byte) names.size());
        // A purpose's name is at most 30 ASCII letters, so that its length fits a byte.
        names.forEach(name -> out.put((byte) name.length).put(name));
        out.putInt(entries.size());
        entries.forEach(entry -> put(out, entry, numbers));
        return out.array();
    }

    private static void put(ByteBuffer out, RingEntry entry, Map<Purpose, Integer> numbers) {
        UUID client = entry.client().value();
        out.putLong(client.getMostSignificantBits()).putLong(client.getLeastSignificantBits());
        out.put(numbers.getOrDefault(entry.purpose(), 0).byteValue());
        out.putInt(entry.floor()).putLong(entry.card()).putLong(entry.step());
        out.putInt(entry.key().map(DataKey::keyNo).orElse(0));
        entry.key()
                .ifPresent(key -> key.bytes().use(raw -> {
                    out.put(raw);
                    return raw;
                }));
    }

    static List<RingEntry> read(PoolId pool, byte[] plain) {
        ByteBuffer in = ByteBuffer.wrap(plain);
        try {
            if (in.get() != VERSION) {
                throw new VaultRefused("the ring has an unknown format");
            }
            List<Purpose> purposes = new ArrayList<>();
            for (int left = in.get() & 0xff; left > 0; left--) {
                byte[] name = new byte[in.get() & 0xff];
                in.get(name);
                purposes.add(new Purpose(new String(name, StandardCharsets.UTF_8)));
            }
            int count = in.getInt();
            List<RingEntry> entries = new ArrayList<>(Math.max(0, Math.min(count, plain.length / ENTRY)));
            for (int i = 0; i < count; i++) {
                entries.add(entry(pool, in, purposes));
            }
            return entries;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new VaultRefused("the ring ends too early");
        }
    }

    private static RingEntry entry(PoolId pool, ByteBuffer in, List<Purpose> purposes) {
        ClientId client = new ClientId(new UUID(in.getLong(), in.getLong()));
        Purpose purpose = purposes.get(in.get() & 0xff);
        int floor = in.getInt();
        long card = in.getLong();
        long step = in.getLong();
        int keyNo = in.getInt();
        if (keyNo == 0) {
            return new RingEntry(client, purpose, floor, Optional.empty(), card, step);
        }
        byte[] raw = new byte[Ciphers.KEY_SIZE];
        in.get(raw);
        DataKey key = new DataKey(pool, client, purpose, keyNo, KeyBytes.owning(raw));
        return new RingEntry(client, purpose, floor, Optional.of(key), card, step);
    }
}
