package confidant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.ManagerId;
import confidant.store.FigureStore;
import confidant.store.FigureStore.Answer;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link FigureStore} promises. */
public interface FigureStoreContract extends StoreContract {

    private static String quarter() {
        return "q-" + UUID.randomUUID();
    }

    private static Answer answer(String question) {
        return new Answer(
                UUID.randomUUID(),
                question,
                "2026-11",
                Fixtures.NOON,
                "1/2",
                10,
                Map.of("line", 41L, "webchat", 13L),
                List.of("other"));
    }

    private FigureStore figures() {
        return stores().figures();
    }

    @Test
    default void answer_is_there_with_what_it_cost() {
        String quarter = quarter();
        ManagerId manager = ManagerId.random();
        Answer answer = answer("consent.greeting");
        assertThat(Await.result(figures().answer(quarter, "consent.greeting", "2026-11")))
                .isEmpty();
        assertThat(Await.result(figures().spent(quarter, manager))).isEmpty();

        assertThat(Await.result(figures().give(quarter, manager, "", "1/2", answer)))
                .isTrue();

        assertThat(Await.result(figures().answer(quarter, "consent.greeting", "2026-11")))
                .contains(answer);
        assertThat(Await.result(figures().answer(quarter, "consent.greeting", "2026-12")))
                .isEmpty();
        assertThat(Await.result(figures().answer(quarter(), "consent.greeting", "2026-11")))
                .isEmpty();
        assertThat(Await.result(figures().answers(quarter))).containsExactly(answer);
        assertThat(Await.result(figures().spent(quarter, manager))).isEqualTo("1/2");
        assertThat(Await.result(figures().spent(quarter, ManagerId.random()))).isEmpty();
    }

    @Test
    default void answer_stays_the_first_one_and_costs_nobody_else() {
        String quarter = quarter();
        ManagerId other = ManagerId.random();
        Answer first = answer("channel");
        Await.result(figures().give(quarter, ManagerId.random(), "", "1/2", first));

        assertThat(Await.result(figures().give(quarter, other, "", "1/2", answer("channel"))))
                .isFalse();

        assertThat(Await.result(figures().answers(quarter))).containsExactly(first);
        assertThat(Await.result(figures().spent(quarter, other))).isEmpty();
    }

    @Test
    default void answer_is_not_given_when_its_manager_has_spent_meanwhile() {
        String quarter = quarter();
        ManagerId manager = ManagerId.random();
        Await.result(figures().give(quarter, manager, "", "1/2", answer("channel")));

        assertThat(Await.result(figures().give(quarter, manager, "", "1/2", answer("open"))))
                .isFalse();
        assertThat(Await.result(figures().give(quarter, manager, "1", "3/2", answer("open"))))
                .isFalse();
        assertThat(Await.result(figures().answers(quarter))).hasSize(1);

        assertThat(Await.result(figures().give(quarter, manager, "1/2", "1", answer("open"))))
                .isTrue();
        assertThat(Await.result(figures().spent(quarter, manager))).isEqualTo("1");
        assertThat(Await.result(figures().answers(quarter))).hasSize(2);
    }

    @Test
    default void answers_at_once_spend_once() {
        String quarter = quarter();
        ManagerId manager = ManagerId.random();
        List<Future<Boolean>> given = IntStream.range(0, 6)
                .mapToObj(i -> figures().give(quarter, manager, "", "1/2", answer("question-" + i)))
                .toList();

        assertThat(given.stream().map(Await::result).filter(one -> one)).hasSize(1);
        assertThat(Await.result(figures().answers(quarter))).hasSize(1);
        assertThat(Await.result(figures().spent(quarter, manager))).isEqualTo("1/2");
    }
}
