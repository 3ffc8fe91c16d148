package confidant.store.cassandra;

import confidant.model.ClientId;
import confidant.model.ConsentStatus;
import confidant.store.ConsentStore.Outline;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A step of consent on a shelf: {@code client(16) | purpose(1) | seq(8) | status(1) | at(8) | until(8)}, in milliseconds. */
final class PackedOutline implements Packing.Form<Outline> {
    private static final long NO_END = Long.MIN_VALUE;

    @Override
    public void write(Outline step, Packing.Words words, DataOutputStream out) throws IOException {
        UUID client = step.client().value();
        out.writeLong(client.getMostSignificantBits());
        out.writeLong(client.getLeastSignificantBits());
        out.writeByte(words.number(step.purpose().id()));
        out.writeLong(step.seq());
        out.writeByte(words.number(step.status().name()));
        out.writeLong(step.at().toEpochMilli());
        out.writeLong(step.until().map(Instant::toEpochMilli).orElse(NO_END));
    }

    @Override
    public Outline read(ByteBuffer in, List<String> words) {
        return new Outline(
                new ClientId(new UUID(in.getLong(), in.getLong())),
                Cells.purpose(words.get(in.get() & 0xff)),
                in.getLong(),
                ConsentStatus.valueOf(words.get(in.get() & 0xff)),
                Instant.ofEpochMilli(in.getLong()),
                Optional.of(in.getLong()).filter(end -> end != NO_END).map(Instant::ofEpochMilli));
    }
}
