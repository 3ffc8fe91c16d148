package confidant.vault;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ClientId;
import confidant.model.HouseId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.model.Slot;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BoundTest {
    private static final Purpose[] PURPOSES = {Purpose.TRIP, Purpose.GREETING};

    @Test
    void slots_are_never_written_alike_when_they_differ() {
        Random random = new Random(7);
        PoolId[] pools = {Chest.POOL, PoolId.random()};
        ClientId[] clients = {Chest.CLIENT, ClientId.random()};
        HouseId[] houses = {new HouseId("a"), new HouseId("aa")};
        Map<String, Slot> written = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            Slot slot = new Slot(
                    houses[random.nextInt(2)],
                    pools[random.nextInt(2)],
                    clients[random.nextInt(2)],
                    PURPOSES[random.nextInt(2)],
                    word(random),
                    word(random),
                    word(random),
                    random.nextInt(3));
            Slot other = written.putIfAbsent(HexFormat.of().formatHex(Bound.slot(slot)), slot);
            assertThat(other == null || other.equals(slot))
                    .as("%s and %s", slot, other)
                    .isTrue();
        }
        assertThat(written).hasSizeGreaterThan(5_000);
    }

    @Test
    void parts_are_not_joined_when_their_borders_move() {
        assertThat(Bound.to("d").and("ab").and("c").bytes())
                .isNotEqualTo(Bound.to("d").and("a").and("bc").bytes());
        assertThat(Bound.to("d").and("").and("a").bytes())
                .isNotEqualTo(Bound.to("d").and("a").and("").bytes());
    }

    @Test
    void parts_are_preceded_by_their_count_and_lengths() {
        byte[] expected = HexFormat.of().parseHex("00000002" + "00000001" + "64" + "00000003" + "e4bda0");

        assertThat(Bound.to("d").and("你").bytes()).isEqualTo(expected);
        assertThat("你".getBytes(StandardCharsets.UTF_8)).hasSize(3);
    }

    /** Short words over few letters, one of which imitates a length prefix, so that collisions would be found. */
    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            word.append("a\u0000\u0001".charAt(random.nextInt(3)));
        }
        return word.toString();
    }
}
