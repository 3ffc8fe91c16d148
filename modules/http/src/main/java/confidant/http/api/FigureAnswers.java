package confidant.http.api;

import confidant.core.figure.ManagerFigures;
import confidant.model.Lang;
import confidant.policy.Figures;
import confidant.policy.Ratio;
import confidant.store.FigureStore.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as managers read them. */
public final class FigureAnswers {
    /** Cells in the order in which they are read. */
    private static final Map<String, Map<Lang, String>> CELLS = new LinkedHashMap<>();

    static {
        cell("webchat", "網站對話", "网站对话", "Web chat");
        cell("line", "LINE", "LINE", "LINE");
        cell("week", "7 天內", "7 天内", "Within 7 days");
        cell("month", "30 天內", "30 天内", "Within 30 days");
        cell("quarter", "90 天內", "90 天内", "Within 90 days");
        cell("longer", "更久以前", "更久以前", "Longer ago");
        cell("never", "從未來訊", "从未来讯", "Never");
        cell("given", "同意中", "同意中", "Given");
        cell("ended", "已拒絕、撤回或到期", "已拒绝、撤回或到期", "Refused, withdrawn or over");
        cell("open", "尚未回答", "尚未回答", "Not answered yet");
        cell("sent", "已發送", "已发送", "Sent");
        cell("no-consent", "未發送：沒有同意", "未发送：没有同意", "Dropped: no consent");
        cell("stopped", "未發送：其他規則", "未发送：其他规则", "Dropped by another rule");
        cell("complaint", "有未結申訴", "有未结投诉", "A complaint is open");
        cell("request", "只有未結請求", "只有未结请求", "Only a request is open");
    }

    private FigureAnswers() {}

    private static void cell(String name, String traditional, String simplified, String english) {
        CELLS.put(name, Map.of(Lang.ZH_HANT, traditional, Lang.ZH_HANS, simplified, Lang.EN, english));
    }

    /** @param count with noise; null where it is withheld */
    public record Cell(String cell, String title, @Nullable Long count) {
        private static final List<String> ORDER = List.copyOf(CELLS.keySet());
        private static final Comparator<Cell> READ =
                Comparator.comparingInt((Cell cell) -> ORDER.indexOf(cell.cell)).thenComparing(Cell::title);

        private static Cell of(String name, @Nullable Long count, Map<String, String> names, Lang lang) {
            Map<Lang, String> titles = CELLS.get(name);
            String title = titles == null ? names.getOrDefault(name, name) : titles.getOrDefault(lang, name);
            return new Cell(name, title, count);
        }
    }

    public record Given(String period, Instant at, String epsilon, int threshold, List<Cell> cells) {
        /** @param names of concierges by id */
        public static Given from(Answer answer, Map<String, String> names, Words words) {
            List<Cell> cells = new ArrayList<>();
            answer.shown().forEach((name, count) -> cells.add(Cell.of(name, count, names, words.lang())));
            answer.withheld().forEach(name -> cells.add(Cell.of(name, null, names, words.lang())));
            cells.sort(Cell.READ);
            return new Given(answer.period(), answer.at(), answer.epsilon(), answer.threshold(), cells);
        }
    }

    public record Row(String id, String title, List<Given> answers) {
        private static Row from(ManagerFigures.Row row, Map<String, String> names, Words words) {
            return new Row(
                    row.question().id(),
                    row.question()
                            .title()
                            .getOrDefault(words.lang(), row.question().id()),
                    row.answers().stream()
                            .map(answer -> Given.from(answer, names, words))
                            .toList());
        }
    }

    /** @param left how many new answers the budget is still good for */
    public record Board(
            String period,
            int threshold,
            String epsilon,
            String budget,
            String spent,
            int left,
            Instant renews,
            String ruleTitle,
            List<Row> questions) {
        /** @param names of concierges by id */
        public static Board from(ManagerFigures.Board board, Map<String, String> names, Words words) {
            Figures rules = board.rules();
            return new Board(
                    board.period(),
                    rules.threshold(),
                    rules.epsilon().toString(),
                    rules.budget().toString(),
                    board.spent().toString(),
                    left(board),
                    board.renews(),
                    words.rule(rules.rule()),
                    board.rows().stream()
                            .map(row -> Row.from(row, names, words))
                            .toList());
        }

        private static int left(ManagerFigures.Board board) {
            Ratio spent = board.spent().plus(board.rules().epsilon());
            int left = 0;
            while (left < 999 && spent.compareTo(board.rules().budget()) <= 0) {
                spent = spent.plus(board.rules().epsilon());
                left++;
            }
            return left;
        }
    }
}
