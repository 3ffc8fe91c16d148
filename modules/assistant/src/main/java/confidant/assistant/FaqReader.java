package confidant.assistant;

import confidant.model.Lang;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a FAQ file and collects every problem before it refuses. */
final class FaqReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_ANSWER = 1_000;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private FaqReader() {}

    static Faq read(String yaml) {
        FaqReader reader = new FaqReader();
        List<FaqEntry> entries = reader.entries(reader.load(yaml));
        if (!reader.problems.isEmpty()) {
            throw new FaqProblem(reader.problems);
        }
        return new Faq(entries);
    }

    private Object load(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
            return loaded == null ? Map.of() : loaded;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add("line " + line + " of the FAQ file is not valid YAML; check indents and quotes");
        } catch (YAMLException e) {
            problems.add("the FAQ file is not valid YAML; check indents and quotes");
        }
        return Map.of("faq", List.of());
    }

    private List<FaqEntry> entries(Object root) {
        List<FaqEntry> entries = new ArrayList<>();
        if (!(root instanceof Map<?, ?> map) || !(map.get("faq") instanceof List<?> list)) {
            problems.add("the FAQ file has no list `faq`; start it with `faq:` and one `- id:` for each entry");
            return entries;
        }
        for (int i = 0; i < list.size(); i++) {
            String where = "entry " + (i + 1);
            if (list.get(i) instanceof Map<?, ?> entry) {
                entry(entry, where, entries);
            } else {
                problems.add(where + " is not a mapping; give it `id`, `questions` and `answer`");
            }
        }
        return entries;
    }

    private void entry(Map<?, ?> entry, String place, List<FaqEntry> entries) {
        int before = problems.size();
        String id = entry.get("id") instanceof String text ? text : "";
        String where = id.isEmpty() ? place : place + " (`" + id + "`)";
        if (!ID.matcher(id).matches()) {
            problems.add(where + " has no usable `id`; take 2 to 40 lower-case letters, digits and hyphens");
        } else if (!ids.add(id)) {
            problems.add(where + " has the same `id` as an earlier entry; rename one");
        }
        for (Object key : entry.keySet()) {
            if (!Set.of("id", "questions", "answer").contains(String.valueOf(key))) {
                problems.add(where + " has an unknown key; only `id`, `questions` and `answer` are read");
            }
        }
        List<String> questions = new ArrayList<>(questions(entry.get("questions"), "en", where));
        questions.addAll(questions(entry.get("questions"), "zh", where));
        Map<Lang, String> answers = answers(entry.get("answer"), where);
        if (problems.size() == before) {
            entries.add(new FaqEntry(id, questions, answers));
        }
    }

    private List<String> questions(@org.jspecify.annotations.Nullable Object questions, String key, String where) {
        List<String> read = new ArrayList<>();
        if (questions instanceof Map<?, ?> map && map.get(key) instanceof List<?> list) {
            for (Object line : list) {
                if (line instanceof String text && !text.isBlank()) {
                    read.add(text);
                } else {
                    problems.add(where + " has a `questions." + key + "` line that is not text; put it in quotes");
                }
            }
        }
        if (read.isEmpty()) {
            problems.add(where + " has no `questions." + key + "`; write several ways to ask it");
        }
        return read;
    }

    private Map<Lang, String> answers(@org.jspecify.annotations.Nullable Object answer, String where) {
        Map<Lang, String> read = new EnumMap<>(Lang.class);
        for (Lang lang : Lang.values()) {
            Object text = answer instanceof Map<?, ?> map ? map.get(lang.tag()) : null;
            if (!(text instanceof String words) || words.isBlank()) {
                problems.add(where + " has no `answer." + lang.tag() + "`; write it, or remove the entry");
            } else if (words.length() > LONGEST_ANSWER) {
                problems.add(where + " has an `answer." + lang.tag() + "` over 1000 characters; shorten it");
            } else {
                read.put(lang, words.strip());
            }
        }
        return read;
    }
}
