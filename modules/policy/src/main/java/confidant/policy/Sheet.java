package confidant.policy;

import confidant.model.Lang;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A cursor over one mapping of a YAML file, the only class that reads YAML. A missing or odd value is reported and read as
 * something harmless, so that one pass finds all problems; whoever reports one never uses the values.
 */
final class Sheet {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,4}) (minutes|hours|days|months)");

    private final String file;
    private final String entry;
    private final Map<?, ?> map;
    private final List<PolicyProblem> problems;

    private Sheet(String file, String entry, Map<?, ?> map, List<PolicyProblem> problems) {
        this.file = file;
        this.entry = entry;
        this.map = map;
        this.problems = problems;
    }

    static Sheet read(String file, String text, List<PolicyProblem> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(text);
            if (root instanceof Map<?, ?> map) {
                return new Sheet(file, "", map, problems);
            }
            problems.add(new PolicyProblem(
                    file, "", "the file is not a mapping", "start it with a key such as `purposes:`"));
        } catch (YAMLException e) {
            String line = e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                    ? " near line " + (marked.getProblemMark().getLine() + 1)
                    : "";
            problems.add(new PolicyProblem(
                    file, "", "the file is not YAML" + line, "check indents, quotes and double keys"));
        }
        return new Sheet(file, "", Map.of(), problems);
    }

    /**
     * A file as texts under their keys, for comparing: a list of entries becomes a mapping by what stands first in each, a
     * list of words one text.
     *
     * @return texts and mappings of the same kind; empty for what is no mapping
     */
    static Map<String, Object> tree(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text) instanceof Map<?, ?> map
                ? tree(map)
                : Map.of();
    }

    private static Map<String, Object> tree(Map<?, ?> map) {
        Map<String, Object> tree = new LinkedHashMap<>();
        map.forEach((key, value) -> tree.put(String.valueOf(key), branch(value)));
        return tree;
    }

    private static Object branch(Object value) {
        if (value instanceof Map<?, ?> map) {
            return tree(map);
        }
        if (!(value instanceof List<?> list) || list.stream().noneMatch(Map.class::isInstance)) {
            return String.valueOf(value);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Object item : list) {
            Object first = item instanceof Map<?, ?> map && !map.isEmpty()
                    ? map.values().iterator().next()
                    : item;
            String name = String.valueOf(first);
            tree.put(tree.containsKey(name) ? name + " (" + (tree.size() + 1) + ")" : name, branch(item));
        }
        return tree;
    }

    /** Reports keys that nobody reads: most are misspelt. */
    Sheet allows(String... keys) {
        for (Object key : map.keySet()) {
            if (!Set.of(keys).contains(String.valueOf(key))) {
                report("`" + key + "` is not a known key", "use one of " + String.join(", ", keys));
            }
        }
        return this;
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    String text(String key) {
        return map.get(key) instanceof String text && !text.isBlank() ? text : missing(key, "a text in quotes", "");
    }

    /** As {@link #text}, where nothing may be written yet: the key must be there all the same. */
    String textOrEmpty(String key) {
        return map.get(key) instanceof String text ? text : missing(key, "a text in quotes, which may be empty", "");
    }

    /** A text, or a number as one. */
    String scalar(String key) {
        return map.get(key) instanceof Number number ? number.toString() : text(key);
    }

    /** A whole number that is not negative. */
    int number(String key) {
        return map.get(key) instanceof Integer number && number >= 0 ? number : missing(key, "a whole number", 0);
    }

    boolean flag(String key) {
        return map.get(key) instanceof Boolean flag ? flag : missing(key, "true or false", false);
    }

    List<String> words(String key) {
        if (!(map.get(key) instanceof List<?> list)) {
            return missing(key, "a list such as [a, b]", List.of());
        }
        List<String> words = new ArrayList<>();
        for (Object word : list) {
            words.add(String.valueOf(word));
        }
        return words;
    }

    /** A length of time such as {@code 24 months}; a month counts as a twelfth of 365 days. */
    Duration length(String key) {
        Matcher parts = LENGTH.matcher(text(key));
        if (!parts.matches()) {
            return missing(key, "a length such as `24 months`", Duration.ZERO);
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "minutes" -> Duration.ofMinutes(count);
            case "hours" -> Duration.ofHours(count);
            case "days" -> Duration.ofDays(count);
            default -> Duration.ofDays(count * 365 / 12);
        };
    }

    Map<Lang, String> titles(String key) {
        return titles(sub(key, entry), key);
    }

    private Map<Lang, String> titles(Sheet texts, String key) {
        texts.allows("en", "zh-Hant", "zh-Hans");
        Map<Lang, String> titles = new LinkedHashMap<>();
        for (Lang lang : Lang.values()) {
            if (texts.map.get(lang.tag()) instanceof String text && !text.isBlank()) {
                titles.put(lang, text);
            } else {
                report("`" + key + "` has no words in " + lang.tag(), "write it in all three languages");
            }
        }
        return Map.copyOf(titles);
    }

    /** Codes with their titles, in the order of the file. */
    Map<String, Map<Lang, String>> codes(String key) {
        Sheet codes = sub(key, entry);
        Map<String, Map<Lang, String>> read = new LinkedHashMap<>();
        for (Object code : codes.map.keySet()) {
            read.put(String.valueOf(code), codes.titles(String.valueOf(code)));
        }
        return read;
    }

    /** Words with one word for each, in the order of the file. */
    Map<String, String> pairs(String key) {
        Sheet block = sub(key, entry);
        Map<String, String> read = new LinkedHashMap<>();
        block.map.forEach((word, value) -> {
            if (value instanceof String text && !text.isBlank()) {
                read.put(String.valueOf(word), text);
            } else {
                block.report("`" + word + "` has no word", "write `" + word + ": ` and a word");
            }
        });
        return read;
    }

    Sheet sub(String key, String name) {
        return map.get(key) instanceof Map<?, ?> inner
                ? new Sheet(file, name, inner, problems)
                : new Sheet(file, name, missing(key, "an indented block", Map.of()), problems);
    }

    /** The entries of a list, each known by the text under {@code idKey}. */
    List<Sheet> list(String key, String idKey) {
        if (!(map.get(key) instanceof List<?> list)) {
            return missing(key, "a list of entries", List.of());
        }
        List<Sheet> sheets = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> inner) {
                sheets.add(new Sheet(file, String.valueOf(inner.get(idKey)), inner, problems));
            } else {
                report("`" + key + "` has an entry without keys", "write `- " + idKey + ": ...`");
            }
        }
        return sheets;
    }

    /** Turns a text into something stricter, or reports {@code wanted}. */
    <T extends @Nullable Object> T as(String text, Function<String, T> form, String wanted, T instead) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            report("`" + text + "` is not " + wanted, "correct the word");
            return instead;
        }
    }

    void report(String sentence, String remedy) {
        problems.add(new PolicyProblem(file, entry, sentence, remedy));
    }

    private <T> T missing(String key, String wanted, T instead) {
        report("`" + key + "` is missing or is not " + wanted, "write `" + key + ":` with " + wanted);
        return instead;
    }
}
