package confidant.http.archive;

import confidant.model.Personal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing in a JSON-LD document. What is absent or empty is left out. */
public final class Node {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Node() {}

    public static Node bare() {
        return new Node();
    }

    public static Node of(String type) {
        return new Node().put("type", type);
    }

    public Node put(String name, Object value) {
        boolean empty = value instanceof String text && text.isEmpty() || value instanceof List<?> all && all.isEmpty();
        if (!empty) {
            fields.put(name, value);
        }
        return this;
    }

    /** Times as text; nodes as what they hold; personal values revealed. */
    public Node put(String name, Optional<?> value) {
        value.ifPresent(one -> put(name, plain(one)));
        return this;
    }

    private static Object plain(Object one) {
        if (one instanceof Personal<?> personal) {
            return personal.reveal();
        }
        return one instanceof Number || one instanceof Boolean || one instanceof Map ? one : one.toString();
    }

    public Map<String, Object> done() {
        return fields;
    }
}
