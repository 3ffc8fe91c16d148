package confidant.policy;

import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Cedar's validator cannot know: words of the YAML files, annotations for people, and the transform of blunt rules. */
final class RuleCheck {
    private static final Pattern NAMED = Pattern.compile("(Purpose|Class)\\s*::\\s*\"([^\"]*)\"");
    private static final Pattern GENERAL =
            Pattern.compile("Action\\s*::\\s*\"(read|readGeneral)\"|[(,]\\s*action\\s*[,)]");
    private static final Map<String, Lang> TITLES = titles();

    private final Facts facts;
    private final Set<String> groups = new HashSet<>();
    private final List<PolicyProblem> problems;

    RuleCheck(Facts facts, List<PolicyProblem> problems) {
        this.facts = facts;
        this.problems = problems;
        facts.classes().values().forEach(one -> groups.addAll(one.groups()));
    }

    /** Checks the rules and gives them in the form that people read, with those of the time rules. */
    Map<String, Rule> rules(List<CedarText.Written> written) {
        Map<String, Rule> rules = new LinkedHashMap<>(facts.rules());
        rules.put(Decision.DEFAULT_DENY, defaultDeny());
        for (CedarText.Written one : written) {
            words(one);
            transform(one);
            if (rules.put(one.id(), rule(one)) != null) {
                report(one, "the rule id is there twice", "give each rule its own id");
            }
        }
        return rules;
    }

    private Rule rule(CedarText.Written one) {
        Map<Lang, String> title = new LinkedHashMap<>();
        TITLES.forEach((note, lang) -> title.put(lang, required(one, note)));
        String review = required(one, "review");
        try {
            LocalDate.parse(review);
        } catch (DateTimeException e) {
            report(one, "`@review` is not a day", "write it as `@review(\"2027-05-01\")`");
        }
        return new Rule(one.id(), Map.copyOf(title), required(one, "article"), required(one, "owner"), review);
    }

    private String required(CedarText.Written one, String note) {
        String text = one.note(note);
        if (text.isBlank()) {
            report(one, "the rule has no `@" + note + "`", "write `@" + note + "(\"...\")` above it");
        }
        return text;
    }

    private void words(CedarText.Written one) {
        Set<String> seen = new TreeSet<>();
        Matcher named = NAMED.matcher(one.source());
        while (named.find()) {
            String kind = named.group(1);
            String word = named.group(2);
            boolean known = kind.equals("Purpose") ? knowsPurpose(word) : knowsClass(word);
            String written = kind + "::\"" + word + "\"";
            if (!known && seen.add(written)) {
                String file = kind.equals("Purpose") ? Facts.PURPOSES : Facts.CLASSES;
                report(one, "`" + written + "` is not in " + file, "add it there or correct the word");
            }
        }
    }

    private boolean knowsPurpose(String word) {
        return facts.purposes().keySet().stream().map(Purpose::id).anyMatch(word::equals);
    }

    private boolean knowsClass(String word) {
        return groups.contains(word)
                || facts.classes().keySet().stream().map(DataClass::id).anyMatch(word::equals);
    }

    private void transform(CedarText.Written one) {
        String transform = one.note("transform");
        if (!transform.isEmpty() && !Blunt.known(transform)) {
            report(one, "`@transform` is not known", "use monthDay, ageBand:10, last4 or status");
        }
        if (one.permits()
                && transform.isEmpty()
                && GENERAL.matcher(one.source()).find()) {
            report(one, "a rule that permits `readGeneral` has no `@transform`", "say how the value is blunted");
        }
    }

    private void report(CedarText.Written one, String sentence, String remedy) {
        problems.add(new PolicyProblem(one.file(), one.id(), sentence, remedy));
    }

    private static Rule defaultDeny() {
        Map<Lang, String> title = Map.of(
                Lang.EN, "What no rule permits is refused",
                Lang.ZH_HANT, "沒有規則允許的，一律拒絕",
                Lang.ZH_HANS, "没有规则允许的，一律拒绝");
        return new Rule(Decision.DEFAULT_DENY, title, "GDPR 25(2)", "compliance", "");
    }

    private static Map<String, Lang> titles() {
        Map<String, Lang> titles = new LinkedHashMap<>();
        titles.put("title", Lang.EN);
        titles.put("title_zh_Hant", Lang.ZH_HANT);
        titles.put("title_zh_Hans", Lang.ZH_HANS);
        return titles;
    }
}
