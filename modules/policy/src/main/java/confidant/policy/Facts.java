package confidant.policy;

import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import confidant.model.StaffId;
import confidant.policy.PurposeInfo.Basis;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the YAML files say: the purposes, classes, tag kinds and time rules that the Cedar rules speak of. */
record Facts(
        Map<Purpose, PurposeInfo> purposes,
        Asking asking,
        Map<DataClass, DataClassInfo> classes,
        Map<String, TagKind> kinds,
        Map<String, List<DataClass>> fields,
        Map<String, Jurisdiction> jurisdictions,
        Parties parties,
        Windows windows,
        Figures figures,
        Glass glass,
        Map<String, Rule> rules,
        Map<String, StaffId.Part> roles) {
    static final String PURPOSES = "purposes.yaml";
    static final String CLASSES = "classes.yaml";
    static final String WINDOWS = "windows.yaml";
    static final String ROLES = "roles.yaml";
    private static final String[] RULE_KEYS = {"rule", "owner", "article", "review", "title"};
    private static final Set<String> FORMS = Set.of("date", "code", "count", "text");

    static Facts read(Map<String, String> files, List<PolicyProblem> problems) {
        Sheet why = Sheet.read(PURPOSES, text(files, PURPOSES), problems).allows("asking", "purposes");
        Map<Purpose, PurposeInfo> purposes = purposes(why);
        Sheet asked = why.sub("asking", "asking").allows("cool-down", "reminder", "grace");
        Asking asking = new Asking(asked.length("cool-down"), asked.length("reminder"), asked.length("grace"));
        Sheet sheet = Sheet.read(CLASSES, text(files, CLASSES), problems).allows("classes", "fields", "kinds");
        Map<DataClass, DataClassInfo> classes = classes(sheet, purposes);
        Map<String, TagKind> kinds = kinds(sheet, classes);
        Map<String, Rule> rules = new LinkedHashMap<>();
        Windows windows = windows(Sheet.read(WINDOWS, text(files, WINDOWS), problems), purposes, rules);
        return new Facts(
                purposes,
                asking,
                classes,
                kinds,
                fields(sheet, classes),
                Jurisdictions.read(files, purposes, classes, kinds, problems),
                PartySheet.read(files, problems),
                windows,
                Figures.read(files, purposes, rules, problems),
                Glass.read(files, rules, problems),
                rules,
                roles(files, problems));
    }

    private static String text(Map<String, String> files, String name) {
        return files.getOrDefault(name, "");
    }

    private static Map<Purpose, PurposeInfo> purposes(Sheet file) {
        Map<Purpose, PurposeInfo> read = new LinkedHashMap<>();
        for (Sheet one : file.list("purposes", "id")) {
            one.allows("id", "dpv", "basis", "marketing", "marked", "lasts", "title", "why");
            Purpose id =
                    one.as(one.text("id"), Purpose::new, "a purpose of 2 to 30 lower-case letters", Purpose.SERVICE);
            Basis basis = one.as(
                    one.text("basis"),
                    word -> Basis.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)),
                    "contract, legal-duty or consent",
                    Basis.CONSENT);
            boolean marked = one.has("marked") && one.flag("marked");
            if (marked && basis != Basis.CONSENT) {
                one.report("a `marked` purpose rests on consent", "write `basis: consent`, or leave `marked` out");
            }
            Duration lasts = basis == Basis.CONSENT ? one.length("lasts") : Duration.ZERO;
            PurposeInfo info = new PurposeInfo(
                    id,
                    one.text("dpv"),
                    basis,
                    one.flag("marketing"),
                    marked,
                    lasts,
                    one.titles("title"),
                    one.titles("why"));
            if (read.put(id, info) != null) {
                one.report("the purpose is there twice", "remove one of the two");
            }
        }
        return read;
    }

    private static Map<DataClass, DataClassInfo> classes(Sheet file, Map<Purpose, PurposeInfo> purposes) {
        Map<DataClass, DataClassInfo> read = new LinkedHashMap<>();
        for (Sheet one : file.list("classes", "id")) {
            one.allows("id", "groups", "purposes", "dpv", "keep", "title");
            DataClass id =
                    one.as(one.text("id"), DataClass::new, "a class of 2 to 30 lower-case letters", DataClass.MESSAGE);
            DataClassInfo info = new DataClassInfo(
                    id,
                    one.words("groups"),
                    known(one, one.words("purposes"), purposes),
                    one.text("dpv"),
                    one.length("keep"),
                    one.titles("title"));
            if (read.put(id, info) != null) {
                one.report("the class is there twice", "remove one of the two");
            }
        }
        return read;
    }

    private static Map<String, List<DataClass>> fields(Sheet file, Map<DataClass, DataClassInfo> classes) {
        Map<String, List<DataClass>> read = new LinkedHashMap<>();
        for (Sheet one : file.list("fields", "field")) {
            one.allows("field", "classes");
            List<DataClass> within = new ArrayList<>();
            for (String word : one.words("classes")) {
                List<DataClass> named = classes.values().stream()
                        .filter(info ->
                                info.id().id().equals(word) || info.groups().contains(word))
                        .map(DataClassInfo::id)
                        .toList();
                if (named.isEmpty()) {
                    one.report("the class `" + word + "` is not listed", "add it to `classes` or correct the word");
                }
                within.addAll(named);
            }
            if (read.put(one.text("field"), List.copyOf(within)) != null) {
                one.report("the field is there twice", "remove one of the two");
            }
        }
        return read;
    }

    private static Map<String, TagKind> kinds(Sheet file, Map<DataClass, DataClassInfo> classes) {
        Map<String, TagKind> read = new LinkedHashMap<>();
        for (Sheet one : file.list("kinds", "id")) {
            one.allows("id", "class", "form", "values", "dpv", "title");
            String id = one.text("id");
            DataClassInfo of = classes.get(one.as(
                    one.text("class"), DataClass::new, "a class of 2 to 30 lower-case letters", DataClass.MESSAGE));
            if (of == null) {
                one.report(
                        "the class `" + one.text("class") + "` is not listed",
                        "add it to `classes` or correct the word");
                continue;
            }
            String form = one.text("form");
            if (!FORMS.contains(form)) {
                one.report("`" + form + "` is not a form", "use one of date, code, count, text");
            }
            Map<String, Map<Lang, String>> values = form.equals("code") ? one.codes("values") : Map.of();
            String dpv = one.has("dpv") ? one.text("dpv") : of.dpv();
            TagKind kind = new TagKind(id, of.id(), dpv, form, of.purposes(), values, one.titles("title"), of.keep());
            if (read.put(id, kind) != null) {
                one.report("the tag kind is there twice", "remove one of the two");
            }
        }
        return read;
    }

    // Rules that were released before there was such a file give nobody a role.
    private static Map<String, StaffId.Part> roles(Map<String, String> files, List<PolicyProblem> problems) {
        Map<String, StaffId.Part> read = new LinkedHashMap<>();
        if (!files.containsKey(ROLES)) {
            return read;
        }
        Sheet file = Sheet.read(ROLES, text(files, ROLES), problems).allows("roles");
        file.pairs("roles")
                .forEach((group, role) -> read.put(
                        group,
                        file.as(role, StaffId.Part::of, "concierge, officer or manager", StaffId.Part.CONCIERGE)));
        return read;
    }

    private static Windows windows(Sheet file, Map<Purpose, PurposeInfo> purposes, Map<String, Rule> rules) {
        file.allows("blocked", "channels", "unknown", "quiet");
        String blocked = rule(file.sub("blocked", "blocked").allows(RULE_KEYS), rules);
        String unknown = rule(file.sub("unknown", "unknown").allows(RULE_KEYS), rules);
        Map<String, Windows.Reach> channels = new LinkedHashMap<>();
        for (Sheet one : file.list("channels", "channel")) {
            one.allows("channel", "reach", "checked", "rule", "owner", "article", "review", "title");
            one.as(one.text("checked"), LocalDate::parse, "a day such as 2026-11-22 in quotes", LocalDate.EPOCH);
            Optional<Duration> within =
                    one.text("reach").equals("anytime") ? Optional.empty() : Optional.of(one.length("reach"));
            channels.put(one.text("channel"), new Windows.Reach(rule(one, rules), within));
        }
        Sheet quiet = file.sub("quiet", "quiet");
        quiet.allows("purposes", "from", "to", "rule", "owner", "article", "review", "title");
        Windows.Quiet hours = new Windows.Quiet(
                rule(quiet, rules),
                Set.copyOf(known(quiet, quiet.words("purposes"), purposes)),
                time(quiet, "from"),
                time(quiet, "to"));
        return new Windows(blocked, unknown, channels, hours);
    }

    static String rule(Sheet one, Map<String, Rule> rules) {
        String id = one.text("rule");
        String review = one.text("review");
        one.as(review, LocalDate::parse, "a day such as 2027-05-01 in quotes", LocalDate.EPOCH);
        Rule rule = new Rule(id, one.titles("title"), one.text("article"), one.text("owner"), review);
        if (rules.put(id, rule) != null) {
            one.report("the rule id `" + id + "` is there twice", "give each rule its own id");
        }
        return id;
    }

    private static LocalTime time(Sheet one, String key) {
        return one.as(one.text(key), LocalTime::parse, "a time such as \"21:00\" in quotes", LocalTime.MIDNIGHT);
    }

    private static List<Purpose> known(Sheet one, List<String> words, Map<Purpose, PurposeInfo> purposes) {
        List<Purpose> known = new ArrayList<>();
        for (String word : words) {
            if (purposes.keySet().stream().anyMatch(purpose -> purpose.id().equals(word))) {
                known.add(new Purpose(word));
            } else {
                one.report(
                        "the purpose `" + word + "` is not listed", "add it to " + PURPOSES + " or correct the word");
            }
        }
        return List.copyOf(known);
    }
}
