package confidant.core.figure;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.NotFound;
import confidant.core.SmallHouse;
import confidant.core.audit.Auditing.Entry;
import confidant.core.audit.Auditing.Filter;
import confidant.core.figure.ManagerFigures.Board;
import confidant.model.ManagerId;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import confidant.policy.FigureQuestion;
import confidant.policy.Ratio;
import confidant.store.ConversationStore.Ref;
import confidant.store.FigureStore.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a manager is told, what it costs, and what the ledger says of it. */
class ManagerFiguresTest {
    private final SmallHouse small = new SmallHouse();
    private final ManagerFigures figures = small.rooms.figures();
    private final ManagerId ada = ManagerId.random();
    private final ManagerId ben = ManagerId.random();

    private List<String> questions() {
        return small.house.policy().figures().all().stream()
                .map(FigureQuestion::id)
                .toList();
    }

    private Ratio spent(ManagerId manager) {
        return done(figures.board(manager)).spent();
    }

    @Test
    void askingAgain_bringsTheSameAnswer_toEverybody_andCostsOnce() {
        for (int i = 0; i < 40; i++) {
            small.client();
        }
        Set<Answer> answers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            answers.add(done(figures.ask(ada, "clients-by-channel")));
        }
        answers.add(done(figures.ask(ben, "clients-by-channel")));
        SmallHouse restarted = small.node("node-2", small.memory);
        answers.add(done(restarted.rooms.figures().ask(ada, "clients-by-channel")));

        assertThat(answers).hasSize(1);
        assertThat(spent(ada)).isEqualTo(new Ratio(1, 2));
        assertThat(spent(ben)).isEqualTo(Ratio.ZERO);
        assertThat(done(figures.board(ben)).rows())
                .filteredOn(row -> row.question().id().equals("clients-by-channel"))
                .singleElement()
                .satisfies(row -> assertThat(row.answers()).containsExactlyElementsOf(answers));
    }

    @Test
    void answer_hasEveryCell_andNoSmallOne() {
        for (int i = 0; i < 60; i++) {
            small.client();
        }
        Answer answer = done(figures.ask(ada, "clients-by-concierge"));

        assertThat(answer.shown().size() + answer.withheld().size()).isEqualTo(3);
        assertThat(answer.shown().values()).allMatch(count -> count >= 10);
        assertThat(answer.threshold()).isEqualTo(10);
        assertThat(answer.epsilon()).isEqualTo("1/2");
        assertThat(answer.withheld()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void questionsAtOnce_cannotOverspend() throws Exception {
        List<String> all = questions();
        assertThat(all).hasSize(9);
        CountDownLatch start = new CountDownLatch(1);
        List<Throwable> refused = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<Answer>> asked = new ArrayList<>();
            for (String question : all) {
                asked.add(threads.submit(() -> {
                    start.await();
                    return done(figures.ask(ada, question));
                }));
            }
            start.countDown();
            for (Future<Answer> one : asked) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    refused.add(e.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(refused).singleElement().isInstanceOf(BudgetSpent.class);
        assertThat(spent(ada)).isEqualTo(new Ratio(4, 1));
        assertThat(done(figures.board(ada)).rows().stream()
                        .filter(row -> !row.answers().isEmpty()))
                .hasSize(8);
    }

    @Test
    void spentBudget_saysWhenItRenews_whatRemains_andIsAnothers() {
        List<String> all = questions();
        all.subList(0, 8).forEach(question -> done(figures.ask(ada, question)));
        String last = all.get(8);

        assertThat(failure(figures.ask(ada, last)))
                .isInstanceOf(BudgetSpent.class)
                .hasMessage("your budget of 4 is spent until 2027-01-01; answers that are there and cost nothing: "
                        + String.join(", ", all.subList(0, 8)));
        assertThat(done(figures.ask(ada, all.get(0))).question()).isEqualTo("concierge");

        Answer bens = done(figures.ask(ben, last));
        assertThat(done(figures.ask(ada, last))).isEqualTo(bens);

        small.clock.move(Duration.ofDays(60));
        assertThat(done(figures.ask(ada, last))).isNotEqualTo(bens);
        assertThat(spent(ada)).isEqualTo(new Ratio(1, 2));
    }

    @Test
    void nextMonth_isAnotherAnswer_ofTheSameBudget() {
        Answer november = done(figures.ask(ada, "clients-by-channel"));
        small.clock.move(Duration.ofDays(10));
        Answer december = done(figures.ask(ada, "clients-by-channel"));

        assertThat(november.period()).isEqualTo("2026-11");
        assertThat(december.period()).isEqualTo("2026-12");
        Board board = done(figures.board(ada));
        assertThat(board.spent()).isEqualTo(new Ratio(1, 1));
        assertThat(board.rows().get(1).answers()).containsExactly(december, november);
    }

    @Test
    void question_thatNoRuleLists_isNone() {
        assertThatThrownBy(() -> figures.ask(ada, "clients-called-lin")).isInstanceOf(NotFound.class);
        assertThat(spent(ada)).isEqualTo(Ratio.ZERO);
    }

    @Test
    void ledger_hasTheSpendingAndTheRelease_andNothingOfAClient() {
        Ref lin = small.client(Purpose.GREETING);
        done(figures.ask(ada, "consent-greeting"));
        done(figures.ask(ben, "consent-greeting"));
        done(small.rooms.auditing().sequence());

        List<Entry> entries = done(small.rooms
                        .auditing()
                        .entries(
                                new OfficerId(new UUID(1, 1)),
                                "audit",
                                new Filter(
                                        Optional.of("figures"), Optional.empty(), Optional.empty(), Optional.empty()),
                                "",
                                50))
                .entries();

        assertThat(entries)
                .extracting(entry -> entry.event().event())
                .containsExactly("figures.released", "figures.asked");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.event().actor().id()).isEqualTo(ada.toString());
            assertThat(entry.event().actor().role().word()).isEqualTo("manager");
            assertThat(entry.event().subject()).isEmpty();
            assertThat(entry.event().purpose()).isEqualTo("legal");
            assertThat(entry.event().rule()).isEqualTo("manager-sees-figures");
            assertThat(entry.event().note()).isEqualTo("consent.greeting/2026-11/epsilon/1/2");
            assertThat(entry.event().toString())
                    .doesNotContain(
                            lin.client().toString(), small.rooms.auditing().pseudonym(lin.client()));
        });
    }

    @Test
    void outage_spendsNothing() {
        small.memory.available(false);
        assertThat(failure(figures.ask(ada, "clients-by-channel")))
                .isInstanceOf(confidant.store.StoreUnavailable.class);
        small.memory.available(true);
        assertThat(spent(ada)).isEqualTo(Ratio.ZERO);
    }
}
