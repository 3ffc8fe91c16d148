package confidant.store.cassandra;

import confidant.model.ClientId;
import confidant.model.Sealed;
import confidant.store.TagStore.Card;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/** A tag card on a shelf: {@code client(16) | purpose(1) | version(8) | length(4) | sealed}. */
final class PackedCard implements Packing.Form<Card> {
    @Override
    public void write(Card card, Packing.Words words, DataOutputStream out) throws IOException {
        UUID client = card.client().value();
        byte[] sealed = card.tags().bytes();
        out.writeLong(client.getMostSignificantBits());
        out.writeLong(client.getLeastSignificantBits());
        out.writeByte(words.number(card.purpose().id()));
        out.writeLong(card.version());
        out.writeInt(sealed.length);
        out.write(sealed);
    }

    @Override
    public Card read(ByteBuffer in, List<String> words) {
        return new Card(
                new ClientId(new UUID(in.getLong(), in.getLong())),
                Cells.purpose(words.get(in.get() & 0xff)),
                in.getLong(),
                new Sealed(Packing.bytes(in, in.getInt())));
    }
}
