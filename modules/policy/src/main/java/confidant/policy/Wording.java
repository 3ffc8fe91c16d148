package confidant.policy;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells cells, decisions and differences in one language, from the {@code wording} texts. In English it uses the ids of
 * classes and purposes, which read as words; in Chinese their titles.
 */
final class Wording {
    private static final Set<ConsentStatus> VALID =
            Arrays.stream(ConsentStatus.values()).filter(ConsentStatus::valid).collect(Collectors.toSet());
    private static final Set<ConsentStatus> INVALID = EnumSet.complementOf(EnumSet.copyOf(VALID));

    private final ResourceBundle texts;
    private final Set<DataClass> classes;
    private final Set<Purpose> purposes;
    private final Map<String, String> titles = new LinkedHashMap<>();

    /**
     * @param classes all there are, so that all of them can be told as such
     * @param sets where the titles stand; of one that stands in several the last counts
     */
    Wording(Lang lang, Set<DataClass> classes, Set<Purpose> purposes, PolicySet... sets) {
        this.texts = texts(lang);
        this.classes = classes;
        this.purposes = purposes;
        for (PolicySet set : sets) {
            set.classes().forEach(one -> titles.put("class " + one.id(), title(one.title(), lang)));
            set.facts()
                    .purposes()
                    .values()
                    .forEach(one -> titles.put("purpose " + one.purpose(), title(one.title(), lang)));
        }
    }

    private static ResourceBundle texts(Lang lang) {
        return ResourceBundle.getBundle(
                "confidant.policy.wording",
                lang.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static String text(Lang lang, String key) {
        return texts(lang).getString(key);
    }

    private static String title(Map<Lang, String> titles, Lang lang) {
        return titles.getOrDefault(lang, "");
    }

    String tell(Change change) {
        boolean reads = change.where().acts().contains(Act.READ);
        return say(
                change.sentence(),
                roles(change.where()),
                deed(change.where()),
                outcome(change.before(), reads),
                outcome(change.after(), reads));
    }

    String tell(Edit edit) {
        return say(
                edit.sort(), edit.file(), say("quote", edit.name()), say("quote", edit.was()), say("quote", edit.is()));
    }

    /** Whether it may be, without why. */
    String tell(Cell cell, Decision decision) {
        Block block = Block.of(cell);
        return say(decision.permitted() ? "may" : "may.not", roles(block), deed(block));
    }

    /** What comes out, and by which rule. */
    String outcome(Decision decision, boolean reads) {
        String remedy = decision.remedy().equals(Decision.ASK_CONSENT) ? say("remedy.ask-consent") : "";
        return say("by", precision(decision, reads), decision.rule(), remedy);
    }

    /** What comes out: for reading how sharply, else whether. */
    String precision(Decision decision, boolean reads) {
        if (!decision.permitted()) {
            return say("outcome.refused");
        }
        String word = word(decision.precision());
        return reads ? say("outcome." + word, transform(decision.transform())) : say("outcome.allowed");
    }

    /** What a transform leaves; empty for none. */
    String transform(String transform) {
        if (transform.isEmpty()) {
            return "";
        }
        String[] parts = transform.split(":", 2);
        return say("transform." + parts[0], parts.length > 1 ? parts[1] : "");
    }

    private String roles(Block block) {
        return list("all.role", block.roles(), Actor.Role.values().length, one -> say("role." + one.word()));
    }

    private String deed(Block block) {
        return say(
                "deed",
                list("all.act", block.acts(), Act.values().length - 1, one -> say("act." + word(one))),
                list("all.class", block.classes(), classes.size(), one -> name("class ", one.id())),
                list("all.purpose", block.purposes(), purposes.size(), one -> name("purpose ", one.id())),
                block.pools().size() > 1 ? "" : say(block.pools().contains(true) ? "pool.own" : "pool.other"),
                consent(block.consents()));
    }

    private String consent(Set<ConsentStatus> states) {
        if (states.size() == ConsentStatus.values().length) {
            return "";
        }
        if (states.equals(VALID) || states.equals(INVALID)) {
            return say(states.equals(VALID) ? "when.valid" : "when.invalid");
        }
        return say("when.states", list("", states, Integer.MAX_VALUE, one -> say("consent." + word(one))));
    }

    private String name(String sort, String id) {
        String title = titles.getOrDefault(sort + id, "");
        return say("name", title.isEmpty() ? id : title, id);
    }

    /** @param there how many there are: where all of them are meant, {@code all} says so */
    private <T> String list(String all, Collection<T> some, int there, Function<T, String> word) {
        if (some.size() == there) {
            return say(all);
        }
        List<String> words = some.stream().map(word).toList();
        int last = words.size() - 1;
        return last == 0
                ? words.get(0)
                : say("list.or", String.join(say("list.comma"), words.subList(0, last)), words.get(last));
    }

    private String say(String key, Object... parts) {
        return String.format(texts.getString(key), parts);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
