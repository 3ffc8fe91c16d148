package confidant.core.figure;

import confidant.core.Conflict;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Tally;
import confidant.model.ManagerId;
import confidant.policy.FigureQuestion;
import confidant.policy.Figures;
import confidant.policy.Ratio;
import confidant.store.FigureStore;
import confidant.store.FigureStore.Answer;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Answers managers with noised counts. A question has one answer for a period, whoever asks and however often, so asking again
 * averages nothing out; a new answer is stored together with what its manager has spent, so that two at once cannot overspend
 * and nothing is ever shown that was not paid for. The ledger has a line before anything is counted and another before an answer
 * is shown.
 */
public final class ManagerFigures {
    private static final int TRIES = 8;

    private final House house;
    private final FigureStore store;
    private final Gate gate;
    private final Notes notes;
    private final Counting counting;
    private final Noise noise;

    /** @param random what nobody can foresee */
    public ManagerFigures(House house, Gate gate, Notes notes, Random random) {
        this.house = house;
        this.store = house.stores().figures();
        this.gate = gate;
        this.notes = notes;
        this.counting = new Counting(house);
        this.noise = new Noise(random);
    }

    /** A question with its answers of this quarter, the latest period first. */
    public record Row(FigureQuestion question, List<Answer> answers) {}

    /**
     * What a manager may ask, what is answered, and what they have left.
     *
     * @param period that a question asked now is answered for
     * @param renews when the quarter is over and the budget begins again
     */
    public record Board(Figures rules, String period, Ratio spent, Instant renews, List<Row> rows) {}

    /** Counts nothing and costs nothing. */
    public Future<Board> board(ManagerId manager) {
        Instant now = house.now();
        Figures rules = house.policy().figures();
        String quarter = Figures.quarter(now);
        return store.answers(quarter)
                .compose(answers -> store.spent(quarter, manager)
                        .map(spent -> new Board(
                                rules,
                                rules.period(now),
                                ratio(spent),
                                Figures.nextQuarter(now),
                                rules.all().stream()
                                        .map(question -> new Row(question, of(question, answers)))
                                        .toList())));
    }

    private static List<Answer> of(FigureQuestion question, List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.question().equals(question.what()))
                .sorted(Comparator.comparing(Answer::period).reversed())
                .toList();
    }

    private static Ratio ratio(String spent) {
        return spent.isEmpty() ? Ratio.ZERO : Ratio.parse(spent);
    }

    /**
     * The answer to a question for the period of now: the one that is there, or a new one. {@link BudgetSpent} if a new one would
     * cost more than is left, {@code NotFound} if the rules list no such question.
     */
    public Future<Answer> ask(ManagerId manager, String question) {
        Tally tally = gate.tally(manager, question);
        Instant now = house.now();
        Asked asked =
                new Asked(manager, tally, Figures.quarter(now), tally.rules().period(now), now);
        return store.answer(asked.quarter, asked.what(), asked.period)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> answered(asked)))
                .recover(failure -> late(asked, failure));
    }

    // Somebody may have answered it just now, with the last that was left.
    private Future<Answer> late(Asked asked, Throwable failure) {
        return failure instanceof BudgetSpent
                ? store.answer(asked.quarter, asked.what(), asked.period)
                        .compose(found ->
                                found.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(failure)))
                : Future.failedFuture(failure);
    }

    private record Asked(ManagerId manager, Tally tally, String quarter, String period, Instant at) {
        String what() {
            return tally.question().what();
        }

        Ratio epsilon() {
            return tally.rules().epsilon();
        }

        String line() {
            return what() + "/" + period + "/epsilon/" + epsilon();
        }
    }

    private Future<Answer> answered(Asked asked) {
        return left(asked)
                .compose(spent -> notes.figures("figures.asked", asked.tally, 0, asked.line()))
                .compose(noted -> counting.count(asked.tally))
                .compose(counts -> house.worker().run(() -> noised(asked, counts)))
                .compose(answer -> give(asked, answer, TRIES).compose(given -> released(asked, answer, given)));
    }

    private Future<Answer> released(Asked asked, Answer ours, Answer given) {
        return given.id().equals(ours.id())
                ? notes.figures("figures.released", asked.tally, given.shown().size(), asked.line())
                        .map(given)
                : Future.succeededFuture(given);
    }

    /** What was spent so far; fails if one more answer costs too much. */
    private Future<String> left(Asked asked) {
        return store.spent(asked.quarter, asked.manager)
                .compose(spent -> fits(asked, spent) ? Future.succeededFuture(spent) : spent(asked));
    }

    private static boolean fits(Asked asked, String spent) {
        return ratio(spent).plus(asked.epsilon()).compareTo(asked.tally.rules().budget()) <= 0;
    }

    private <T> Future<T> spent(Asked asked) {
        Figures rules = asked.tally.rules();
        return store.answers(asked.quarter)
                .map(answers -> rules.all().stream()
                        .filter(question -> of(question, answers).stream()
                                .anyMatch(answer -> answer.period().equals(asked.period)))
                        .map(FigureQuestion::id)
                        .toList())
                .compose(answered ->
                        Future.failedFuture(new BudgetSpent(rules.budget(), Figures.nextQuarter(asked.at), answered)));
    }

    private Answer noised(Asked asked, Map<String, Long> counts) {
        Map<String, Long> noised = new LinkedHashMap<>();
        counts.forEach((cell, count) -> noised.put(cell, count + noise.draw(asked.epsilon())));
        int threshold = asked.tally.rules().threshold();
        Withholding seen = Withholding.of(noised, threshold);
        return new Answer(
                UUID.randomUUID(),
                asked.what(),
                asked.period,
                asked.at,
                asked.epsilon().toString(),
                threshold,
                seen.shown(),
                seen.withheld());
    }

    // Whoever comes second takes the first one's answer, unseen as theirs still is, and spends nothing.
    private Future<Answer> give(Asked asked, Answer answer, int tries) {
        return tries == 0
                ? Future.failedFuture(new Conflict("the budget"))
                : left(asked).compose(spent -> {
                    String after = ratio(spent).plus(asked.epsilon()).toString();
                    return store.give(asked.quarter, asked.manager, spent, after, answer)
                            .compose(given -> given ? Future.succeededFuture(answer) : again(asked, answer, tries));
                });
    }

    private Future<Answer> again(Asked asked, Answer answer, int tries) {
        return store.answer(asked.quarter, asked.what(), asked.period)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> give(asked, answer, tries - 1)));
    }
}
