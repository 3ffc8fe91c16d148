package confidant.core.keys;

import static confidant.core.TestHouse.done;

import confidant.core.House;
import confidant.core.consent.ConsentBook;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.Actor;
import confidant.model.ClientId;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.Stores;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One process that seals and opens a word for anybody, whatever consents say: what is tried here are the keys. */
final class Bench {
    static final byte[] WORD = "a word".getBytes(StandardCharsets.UTF_8);

    final House house;
    final Keys keys;
    final Gate gate;
    final RingSealer sealer;
    final RootRenewal renewal;

    Bench(House like, String node, Stores stores) {
        this.house = new House(like.id(), node, stores, like.policy(), like.vault(), like.clock(), like.worker());
        this.keys = new Keys(house);
        this.gate = new Gate(house, new ConsentBook(stores.consents()), keys);
        this.sealer = new RingSealer(house, keys);
        this.renewal = new RootRenewal(house, keys);
    }

    static Ref someone(PoolId pool) {
        return new Ref(pool, ClientId.random());
    }

    Pass pass(Ref client, Purpose purpose, int grant) {
        DataClass what = purpose.equals(Purpose.SERVICE) ? DataClass.MESSAGE : new DataClass("likes");
        return gate.decide(
                        Actor.of(client.client()),
                        purpose.equals(Purpose.SERVICE) ? Act.RECEIVE : Act.READ,
                        what,
                        purpose,
                        client,
                        ConsentStatus.GIVEN,
                        grant,
                        house.now())
                .match(pass -> pass, refused -> {
                    throw new AssertionError(refused.rule());
                });
    }

    Sealed seal(Ref client, Purpose purpose, int grant) {
        return done(gate.seal(pass(client, purpose, grant), "message", "text", "id", 0, WORD));
    }

    /** Whether the word comes back. */
    boolean opens(Ref client, Purpose purpose, int grant, Sealed sealed) {
        Optional<byte[]> plain = done(gate.open(pass(client, purpose, grant), "message", "text", "id", 0, sealed));
        return plain.map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(new String(WORD, StandardCharsets.UTF_8)::equals)
                .isPresent();
    }
}
