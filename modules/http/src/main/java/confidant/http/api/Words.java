package confidant.http.api;

import confidant.core.pool.Pools;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import confidant.policy.PolicyEngine;
import confidant.policy.PurposeInfo;
import confidant.policy.Rule;
import confidant.policy.TagKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What ids are called in one language, by the policy set in force. Thread-safe. */
public record Words(PolicyEngine policy, Lang lang) {
    private static final Map<String, Map<Lang, String>> REMEDIES = Map.of(
            "ask-consent",
                    Map.of(
                            Lang.ZH_HANT, "請客戶表示同意",
                            Lang.ZH_HANS, "请客户表示同意",
                            Lang.EN, "ask the client for consent"),
            "client-says",
                    Map.of(
                            Lang.ZH_HANT, "請客戶自己在對話或隱私頁上表示",
                            Lang.ZH_HANS, "请客户自己在对话或隐私页上表示",
                            Lang.EN, "let the client say so themselves, in their chat or on their page"),
            "wait",
                    Map.of(
                            Lang.ZH_HANT, "晚一點就可以",
                            Lang.ZH_HANS, "晚一点就可以",
                            Lang.EN, "wait, it will be possible later"));
    private static final Map<String, Map<Lang, String>> OCCASIONS = Map.of(
            "birthday", Map.of(Lang.ZH_HANT, "生日", Lang.ZH_HANS, "生日", Lang.EN, "Birthday"),
            "anniversary", Map.of(Lang.ZH_HANT, "紀念日", Lang.ZH_HANS, "纪念日", Lang.EN, "Anniversary"));

    /** What helps against a refusal, for people and for the page's button. */
    public record Remedy(String kind, @Nullable String purpose) {}

    /** Why something was refused, dropped or delayed. */
    public record Reason(
            String rule,
            String reason,
            @Nullable String remedy,
            @Nullable Remedy remedyAction,
            @Nullable Integer count) {}

    public Reason reason(String rule, String remedy, Optional<Purpose> purpose) {
        return new Reason(rule, rule(rule), remedy(remedy), action(remedy, purpose), null);
    }

    public Reason reason(Pools.Dropped dropped, Purpose purpose) {
        String remedy = dropped.remedy();
        return new Reason(
                dropped.rule(),
                rule(dropped.rule()),
                remedy(remedy),
                action(remedy, Optional.of(purpose)),
                dropped.count());
    }

    /** The remedy as people read it; null where nothing helps. */
    public @Nullable String remedy(String remedy) {
        Map<Lang, String> texts = REMEDIES.get(remedy);
        return texts == null ? null : texts.get(lang);
    }

    public Remedy action(String remedy, Optional<Purpose> purpose) {
        String kind = REMEDIES.containsKey(remedy) ? remedy : "none";
        return new Remedy(
                kind, kind.equals("ask-consent") ? purpose.map(Purpose::id).orElse(null) : null);
    }

    public String rule(String id) {
        return policy.rule(id)
                .map(Rule::title)
                .or(() -> Outcomes.title(id))
                .map(this::pick)
                .orElse(id);
    }

    public String purpose(Purpose purpose) {
        return policy.purpose(purpose).map(PurposeInfo::title).map(this::pick).orElse(purpose.id());
    }

    public String dataClass(DataClass what) {
        return policy.classes().stream()
                .filter(info -> info.id().equals(what))
                .map(info -> pick(info.title()))
                .findFirst()
                .orElse(what.id());
    }

    public String why(Purpose purpose) {
        return policy.purpose(purpose).map(PurposeInfo::why).map(this::pick).orElse("");
    }

    public String kind(String id) {
        return policy.tagKind(id).map(TagKind::title).map(this::pick).orElseGet(() -> occasion(id));
    }

    public String occasion(String id) {
        Map<Lang, String> titles = OCCASIONS.get(id);
        return titles == null ? id : pick(titles);
    }

    /** A tag's value as people read it: codes by their titles, dates in the order of the language. */
    public String value(String kind, String value) {
        Map<Lang, String> code =
                policy.tagKind(kind).map(k -> k.values().get(value)).orElse(null);
        return code == null ? date(value) : pick(code);
    }

    private String date(String value) {
        boolean chinese = lang != Lang.EN;
        try {
            if (value.startsWith("--")) {
                return written(MonthDay.parse(value), chinese ? "M月d日" : "d MMMM");
            }
            return value.length() == 10 ? written(LocalDate.parse(value), chinese ? "y年M月d日" : "d MMMM y") : value;
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static String written(TemporalAccessor day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
    }

    /** What a jurisdiction is called; its id where the rules have none of that id any more. */
    public String law(String id) {
        return policy.jurisdiction(id).map(one -> pick(one.title())).orElse(id);
    }

    String pick(Map<Lang, String> texts) {
        String text = texts.get(lang);
        return text != null ? text : texts.getOrDefault(Lang.EN, "");
    }

    /** The lower-case word of an enum constant as the contract spells it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
