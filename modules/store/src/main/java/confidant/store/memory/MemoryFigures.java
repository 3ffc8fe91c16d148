package confidant.store.memory;

import confidant.model.ManagerId;
import confidant.store.FigureStore;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Managers' answers and budgets in memory. */
final class MemoryFigures implements FigureStore {
    private final Gate gate;
    private final Map<String, Quarter> quarters = new HashMap<>();

    private record Named(String question, String period) {}

    private record Quarter(Map<Named, Answer> answers, Map<ManagerId, String> spent) {}

    MemoryFigures(Gate gate) {
        this.gate = gate;
    }

    private Quarter of(String quarter) {
        return quarters.computeIfAbsent(quarter, any -> new Quarter(new HashMap<>(), new HashMap<>()));
    }

    @Override
    public Future<Optional<Answer>> answer(String quarter, String question, String period) {
        return gate.pass(() -> Optional.ofNullable(of(quarter).answers.get(new Named(question, period))));
    }

    @Override
    public Future<List<Answer>> answers(String quarter) {
        return gate.pass(() -> List.copyOf(of(quarter).answers.values()));
    }

    @Override
    public Future<String> spent(String quarter, ManagerId manager) {
        return gate.pass(() -> of(quarter).spent.getOrDefault(manager, ""));
    }

    @Override
    public Future<Boolean> give(String quarter, ManagerId manager, String before, String after, Answer answer) {
        return gate.pass(() -> {
            Quarter of = of(quarter);
            Named named = new Named(answer.question(), answer.period());
            boolean fits = !of.answers.containsKey(named)
                    && of.spent.getOrDefault(manager, "").equals(before);
            if (fits) {
                of.answers.put(named, answer);
                of.spent.put(manager, after);
            }
            return fits;
        });
    }
}
