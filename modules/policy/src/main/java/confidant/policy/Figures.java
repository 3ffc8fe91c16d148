package confidant.policy;

import confidant.model.Purpose;
import confidant.policy.FigureQuestion.Counted;
import confidant.policy.PurposeInfo.Basis;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code policies/figures.yaml} says of the counts that managers may be told. Pure.
 *
 * @param rule under which an answer is given
 * @param threshold smaller noised counts are withheld
 * @param epsilon of one answer, above zero
 * @param budget of one manager in a quarter
 */
public record Figures(
        String rule, int threshold, Ratio epsilon, Ratio budget, Every period, Map<String, FigureQuestion> questions) {
    static final String FILE = "figures.yaml";

    /** A house whose rules have no such file: nothing may be asked. */
    static final Figures NONE =
            new Figures(Decision.DEFAULT_DENY, 0, new Ratio(1, 1), Ratio.ZERO, Every.QUARTER, Map.of());

    /** For how long an answer stands. A period lies in one quarter, as budgets are by quarter. */
    public enum Every {
        MONTH,
        QUARTER
    }

    public Figures {
        questions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    }

    /** The question that {@code id} names, if managers may ask it. */
    public Optional<FigureQuestion> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** In the order of the file. */
    public Collection<FigureQuestion> all() {
        return questions.values();
    }

    /** The period that {@code at} lies in, such as {@code 2026-11} or {@code 2026-q4}. */
    public String period(Instant at) {
        return period == Every.QUARTER
                ? quarter(at)
                : YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
    }

    /** The quarter that {@code at} lies in, such as {@code 2026-q4}. */
    public static String quarter(Instant at) {
        YearMonth month = YearMonth.from(at.atZone(ZoneOffset.UTC));
        return month.getYear() + "-q" + ((month.getMonthValue() + 2) / 3);
    }

    /** When the quarter of {@code at} is over. */
    public static Instant nextQuarter(Instant at) {
        YearMonth month = YearMonth.from(at.atZone(ZoneOffset.UTC));
        YearMonth next = month.plusMonths(3 - (month.getMonthValue() - 1) % 3);
        return next.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Figures read(
            Map<String, String> files,
            Map<Purpose, PurposeInfo> purposes,
            Map<String, Rule> rules,
            List<PolicyProblem> problems) {
        String text = files.get(FILE);
        if (text == null) {
            return NONE;
        }
        Sheet file = Sheet.read(FILE, text, problems)
                .allows(
                        "threshold",
                        "epsilon",
                        "budget",
                        "period",
                        "rule",
                        "owner",
                        "article",
                        "review",
                        "title",
                        "questions");
        int threshold = file.number("threshold");
        if (threshold < 1) {
            file.report("a `threshold` is at least 1", "write how many clients a cell must have to be shown");
        }
        Ratio epsilon = ratio(file, "epsilon");
        Ratio budget = ratio(file, "budget");
        if (budget.compareTo(epsilon) < 0) {
            file.report("the `budget` is smaller than one `epsilon`", "nothing could be asked: raise it");
        }
        Every period = file.as(
                file.text("period"),
                word -> Every.valueOf(word.toUpperCase(Locale.ROOT)),
                "month or quarter",
                Every.QUARTER);
        String rule = Facts.rule(file, rules);
        return new Figures(rule, threshold, epsilon, budget, period, questions(file, purposes));
    }

    private static Map<String, FigureQuestion> questions(Sheet file, Map<Purpose, PurposeInfo> purposes) {
        Map<String, FigureQuestion> read = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        for (Sheet one : file.list("questions", "id")) {
            one.allows("id", "counts", "of", "purpose", "title");
            Counted counted = one.as(one.text("counts"), Figures::counted, "one of " + words(), Counted.CONCIERGE);
            if (counted.byPurpose() != one.has("of")) {
                one.report(
                        counted.byPurpose() ? "it is counted by a purpose" : "it is not counted by a purpose",
                        counted.byPurpose() ? "name the purpose under `of`" : "leave `of` out");
            }
            Optional<Purpose> of = one.has("of") ? Optional.of(purpose(one, "of", purposes)) : Optional.empty();
            Purpose purpose = purpose(one, "purpose", purposes);
            if (consent(purposes, purpose)) {
                one.report(
                        "nobody agreed to be counted for `" + purpose + "`", "count under a purpose on another basis");
            }
            if (counted == Counted.CONSENT
                    && of.filter(id -> !consent(purposes, id)).isPresent()) {
                one.report("the purpose under `of` does not rest on consent", "name one that does");
            }
            FigureQuestion question = new FigureQuestion(
                    one.as(one.text("id"), Figures::id, "an id of 2 to 40 lower-case letters and hyphens", "odd"),
                    counted,
                    of,
                    purpose,
                    one.titles("title"));
            // Asked twice under two names, it would be answered with the same noise; so it is a mistake.
            if (!asked.add(question.what()) || read.put(question.id(), question) != null) {
                one.report("the question is there twice", "remove one of the two");
            }
        }
        return read;
    }

    private static boolean consent(Map<Purpose, PurposeInfo> purposes, Purpose one) {
        PurposeInfo info = purposes.get(one);
        return info != null && info.basis() == Basis.CONSENT;
    }

    private static Purpose purpose(Sheet one, String key, Map<Purpose, PurposeInfo> purposes) {
        Purpose purpose = one.as(one.text(key), Purpose::new, "a purpose", Purpose.LEGAL);
        if (!purposes.containsKey(purpose)) {
            one.report("the purpose `" + purpose + "` is not listed", "add it to " + Facts.PURPOSES);
        }
        return purpose;
    }

    private static Counted counted(String word) {
        return Arrays.stream(Counted.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String words() {
        return Arrays.stream(Counted.values()).map(Counted::word).collect(Collectors.joining(", "));
    }

    private static String id(String text) {
        if (!text.matches("[a-z][a-z-]{1,39}")) {
            throw new IllegalArgumentException("not an id");
        }
        return text;
    }

    // Small numbers keep the exact drawing of noise within whole numbers that fit.
    private static Ratio ratio(Sheet file, String key) {
        Ratio read = file.as(file.scalar(key), Ratio::parse, "a fraction such as 1/2", new Ratio(1, 1));
        if (read.above() < 1 || read.above() > 1000 || read.below() > 1000) {
            file.report("`" + key + "` is above zero, with no more than 1000 above and below", "write it such as 1/2");
            return new Ratio(1, 1);
        }
        return read;
    }
}
