package confidant.http;

import confidant.core.Rooms;
import confidant.http.api.FigureAnswers;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.util.Map;
import java.util.stream.Collectors;

/** What managers are told: the questions of the rules, and answers with noise. */
final class FigureRoutes {
    private final Rooms rooms;

    FigureRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of("getFigures", this::board, "askFigure", this::ask);
    }

    private Future<Reply> board(Call call) {
        return rooms.figures()
                .board(call.manager())
                .compose(board -> names().map(names -> Reply.ok(FigureAnswers.Board.from(board, names, call.words()))));
    }

    private Future<Reply> ask(Call call) {
        return rooms.figures()
                .ask(call.manager(), call.path("questionId"))
                .compose(answer ->
                        names().map(names -> Reply.ok(FigureAnswers.Given.from(answer, names, call.words()))));
    }

    /** What concierges are called, by the id that stands for them in a cell. */
    private Future<Map<String, String>> names() {
        return rooms.staff()
                .concierges()
                .map(all ->
                        all.stream().collect(Collectors.toMap(one -> one.id().toString(), Concierge::displayName)));
    }
}
