package confidant.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One section of the file while it is read. Never throws for what the operator wrote: problems are collected, the default
 * stands in, and reading goes on so that all of them can be told at once.
 */
final class Section {
    private final String path;
    private final JsonNode node;
    private final Values values;
    private final List<ConfigProblem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    Section(String path, JsonNode node, Values values, List<ConfigProblem> problems) {
        this.path = path;
        this.node = node;
        this.values = values;
        this.problems = problems;
        if (!node.isObject() && !absent(node)) {
            problem(path, "this must be a group of keys", "indent its keys below it");
        }
    }

    // A key with nothing behind it counts as left out, so that all keys of a group may be comments.
    private static boolean absent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank());
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void problem(String at, String sentence, String remedy) {
        problems.add(new ConfigProblem(at, sentence, remedy));
    }

    /** Reads a value by {@code reader}, which throws IllegalArgumentException with a sentence; see {@code remedy}. */
    <T> T read(String key, T usual, String remedy, Function<String, T> reader) {
        return read(key, remedy, reader).orElse(usual);
    }

    <T> Optional<T> read(String key, String remedy, Function<String, T> reader) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (RuntimeException unfit) {
                String told = unfit instanceof IllegalArgumentException && unfit.getMessage() != null
                        ? unfit.getMessage()
                        : "`" + text + "` cannot be read";
                problem(path(key), told, remedy);
                return Optional.empty();
            }
        });
    }

    Optional<String> text(String key) {
        known.add(key);
        JsonNode value = node.path(key);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            problem(path(key), "this must be a single value", "write `" + key + ": value`");
            return Optional.empty();
        }
        return expanded(path(key), value.asText());
    }

    private Optional<String> expanded(String at, String text) {
        try {
            return Optional.of(values.expand(text)).filter(word -> !word.isBlank());
        } catch (Values.Missing missing) {
            problem(at, String.valueOf(missing.getMessage()), missing.remedy());
            return Optional.empty();
        }
    }

    /** Reports those of the keys that have no value. */
    void require(String... keys) {
        for (String key : keys) {
            if (absent(node.path(key))) {
                problem(path(key), "this key is missing", "give it a value");
            }
        }
    }

    /** Whether any key of it has a value. */
    boolean given() {
        for (JsonNode value : node) {
            if (!absent(value)) {
                return true;
            }
        }
        return false;
    }

    int whole(String key, int usual, int least, int most) {
        String remedy = "write a whole number from " + least + " to " + most;
        return read(key, usual, remedy, text -> {
            if (!text.matches("-?[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException("`" + text + "` does not fit");
            }
            return Integer.parseInt(text);
        });
    }

    Optional<Boolean> flag(String key) {
        return read(key, "write `true` or `false`", text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("`" + text + "` is neither yes nor no");
            }
            return text.equals("true");
        });
    }

    /** A secret by reference; plain ones only where {@code plain} is allowed. */
    Optional<Secret> secret(String key, boolean plain) {
        return text(key).flatMap(text -> {
            if (Values.refersToSecret(text)) {
                try {
                    return Optional.of(values.secret(text));
                } catch (Values.Missing missing) {
                    problem(path(key), String.valueOf(missing.getMessage()), missing.remedy());
                    return Optional.empty();
                }
            }
            if (!plain) {
                problem(
                        path(key),
                        "a secret must not stand in the file itself",
                        "write `secret://name` and mount that file");
            }
            return Optional.of(Secret.of(text));
        });
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            expanded(path(key) + "[" + i + "]", items.get(i).asText()).ifPresent(texts::add);
        }
        return texts;
    }

    Section section(String key) {
        known.add(key);
        return new Section(path(key), node.path(key), values, problems);
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        List<JsonNode> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            sections.add(new Section(path(key) + "[" + i + "]", items.get(i), values, problems));
        }
        return sections;
    }

    private List<JsonNode> items(String key) {
        known.add(key);
        JsonNode list = node.path(key);
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        } else if (!absent(list)) {
            problem(path(key), "this must be a list", "begin each item with `- `");
        }
        return items;
    }

    /** To be called last: whatever was not asked for is unknown. */
    void end() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String remedy = Nearest.to(name, known)
                        .map(meant -> "did you mean `" + path(meant) + "`?")
                        .orElse("known here: " + String.join(", ", known));
                problem(path(name), "this key is unknown", remedy);
            }
        });
    }
}
