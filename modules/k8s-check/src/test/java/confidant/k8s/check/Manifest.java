package confidant.k8s.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One rendered object, as the plain tree that its YAML is. */
record Manifest(Map<String, Object> tree) {

    String kind() {
        return String.valueOf(tree.get("kind"));
    }

    String version() {
        return String.valueOf(tree.get("apiVersion"));
    }

    String name() {
        return String.valueOf(at("metadata", "name").orElse(""));
    }

    /** What stands at a path of keys; empty if any step is missing. */
    Optional<Object> at(String... keys) {
        return at(tree, keys);
    }

    static Optional<Object> at(Object from, String... keys) {
        Object here = from;
        for (String key : keys) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(here);
    }

    /** The entries of a list of objects; none if it is missing. */
    static List<Map<String, Object>> list(Optional<Object> list) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (Object one : (List<?>) list.orElse(List.of())) {
            found.add(map(Optional.of(one)));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Optional<Object> value) {
        return (Map<String, Object>) value.orElse(Map.of());
    }

    /** Hands every key of the tree, at any depth, to {@code each} with its value. */
    void walk(BiConsumer<String, Object> each) {
        walk(tree, each);
    }

    private static void walk(Object here, BiConsumer<String, Object> each) {
        if (here instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                each.accept(String.valueOf(key), value);
                walk(value, each);
            });
        } else if (here instanceof List<?> list) {
            list.forEach(one -> walk(one, each));
        }
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
