package confidant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BlockTest {
    private static final List<Cell> ALL =
            Cell.all(List.of(DataClass.MESSAGE, DataClass.NAME), List.of(Purpose.SERVICE, Purpose.LEGAL));

    @Test
    void whole_product_is_one_block_for_reading_and_one_for_the_rest() {
        assertThat(Block.join(ALL)).hasSize(2).allSatisfy(one -> {
            assertThat(one.roles()).hasSize(7);
            assertThat(one.pools()).hasSize(2);
        });
    }

    @Test
    void blocks_hold_each_cell_exactly_once_whatever_the_cells() {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            List<Cell> some = ALL.stream().filter(one -> random.nextInt(5) == 0).toList();

            List<Cell> back = new ArrayList<>();
            Block.join(some).forEach(block -> back.addAll(cells(block)));

            assertThat(back).containsExactlyInAnyOrderElementsOf(some);
        }
    }

    @Test
    void states_of_consent_are_joined_first() {
        Cell one = new Cell(Actor.Role.CLIENT, Act.SEND, DataClass.NAME, Purpose.LEGAL, true, ConsentStatus.GIVEN);

        assertThat(Block.join(List.of(one, one.with(ConsentStatus.RENEWED))))
                .containsExactly(new Block(
                        Set.of(Actor.Role.CLIENT),
                        Set.of(Act.SEND),
                        Set.of(DataClass.NAME),
                        Set.of(Purpose.LEGAL),
                        Set.of(true),
                        Set.of(ConsentStatus.GIVEN, ConsentStatus.RENEWED)));
    }

    private static List<Cell> cells(Block block) {
        return ALL.stream()
                .filter(one -> block.roles().contains(one.role())
                        && block.acts().contains(one.act())
                        && block.classes().contains(one.what())
                        && block.purposes().contains(one.purpose())
                        && block.pools().contains(one.ownPool())
                        && block.consents().contains(one.consent()))
                .toList();
    }
}
