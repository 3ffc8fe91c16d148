package confidant.policy;

import confidant.model.Lang;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code policies/glass.yaml} says of breaking glass; which classes and purposes, the Cedar rules say. Pure.
 *
 * @param rule that refuses beyond {@code day}
 * @param lasts for how long one class may be seen exactly
 * @param day how often one concierge may do so on one day
 */
public record Glass(String rule, Duration lasts, int day, Map<String, Reason> reasons) {
    static final String FILE = "glass.yaml";

    /** A house whose rules have no such file: there is no reason to break glass for. */
    static final Glass NONE = new Glass(Decision.DEFAULT_DENY, Duration.ZERO, 0, Map.of());

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Why somebody may break glass.
     *
     * @param title what the concierge chooses from, per language, never empty
     * @param told what the client reads, per language, never empty
     */
    public record Reason(String id, Map<Lang, String> title, Map<Lang, String> told) {}

    public Glass {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    public Optional<Reason> reason(String id) {
        return Optional.ofNullable(reasons.get(id));
    }

    /** In the order of the file. */
    public Collection<Reason> all() {
        return reasons.values();
    }

    static Glass read(Map<String, String> files, Map<String, Rule> rules, List<PolicyProblem> problems) {
        String text = files.get(FILE);
        if (text == null) {
            return NONE;
        }
        Sheet file = Sheet.read(FILE, text, problems)
                .allows("lasts", "day", "rule", "owner", "article", "review", "title", "reasons");
        Duration lasts = file.length("lasts");
        if (lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
            file.report("`lasts` is more than nothing and a day at most", "write it such as `15 minutes`");
        }
        int day = file.number("day");
        if (day > 100) {
            file.report("`day` is 100 at most", "who needs to see more exactly needs another rule of reading");
        }
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (Sheet one : file.list("reasons", "id")) {
            one.allows("id", "title", "told");
            String id = one.as(one.text("id"), Glass::id, "an id of 2 to 20 lower-case letters", "odd");
            if (reasons.put(id, new Reason(id, one.titles("title"), one.titles("told"))) != null) {
                one.report("the reason is there twice", "remove one of the two");
            }
        }
        return new Glass(Facts.rule(file, rules), lasts, day, reasons);
    }

    private static String id(String text) {
        if (!text.matches("[a-z]{2,20}")) {
            throw new IllegalArgumentException("not an id");
        }
        return text;
    }
}
