package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.store.DueStore.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link confidant.store.DueStore} promises. */
public interface DueStoreContract extends StoreContract {

    private Due put(LocalDate day, int shard, String key) {
        Due due = new Due(day, shard, key, Fixtures.sealed("due"));
        Await.result(stores().dues().put(due));
        return due;
    }

    private List<Due> due(LocalDate day, int shard) {
        return Await.result(stores().dues().due(day, shard));
    }

    /** A day of its own for each test. */
    private static LocalDate someDay() {
        return LocalDate.of(3000, 1, 1).plusDays(UUID.randomUUID().getLeastSignificantBits() & 0xFFFFF);
    }

    @Test
    default void due_is_found_under_its_day_and_shard_only() {
        LocalDate day = someDay();
        Due due = put(day, 1, "a");
        put(day.plusDays(1), 1, "a");
        assertThat(due(day, 1)).containsExactly(due);
        assertThat(due(day, 2)).isEmpty();
        assertThat(stores().dues().shards()).isGreaterThan(2);
    }

    @Test
    default void due_put_twice_is_one() {
        LocalDate day = someDay();
        put(day, 0, "a");
        Due again = put(day, 0, "a");
        assertThat(due(day, 0)).containsExactly(again);
    }

    @Test
    default void due_is_gone_after_removal_and_may_be_removed_again() {
        LocalDate day = someDay();
        Due due = put(day, 0, "a");
        Due other = put(day, 0, "b");
        Await.result(stores().dues().remove(due));
        Await.result(stores().dues().remove(due));
        assertThat(due(day, 0)).containsExactly(other);
    }
}
