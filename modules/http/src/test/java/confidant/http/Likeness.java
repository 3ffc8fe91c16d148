package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What two answers must have in common so that nobody can tell from which question each came. */
final class Likeness {
    private static final Set<String> BY_THE_WAY = Set.of("date", "content-length", "set-cookie");

    private Likeness() {}

    static void same(String what, Answered one, Answered other) {
        assertThat(one.status()).as("%s: %s", what, one.text()).isEqualTo(other.status());
        assertThat(headers(one)).as(what).isEqualTo(headers(other));
        if (one.status() >= 400) {
            assertThat(one.text()).as(what).isEqualTo(other.text());
        } else if (one.json()) {
            assertThat(shape(one.body())).as(what).isEqualTo(shape(other.body()));
        }
    }

    private static Map<String, List<String>> headers(Answered answered) {
        Map<String, List<String>> headers = new TreeMap<>();
        answered.response()
                .headers()
                .map()
                .forEach((name, values) -> headers.put(name, BY_THE_WAY.contains(name) ? List.of() : values));
        return headers;
    }

    /** The names and kinds of what a body holds; what is said by yes or no counts as it is. */
    private static Object shape(Object node) {
        if (node instanceof JsonObject object) {
            Map<String, Object> fields = new TreeMap<>();
            object.forEach(field -> fields.put(field.getKey(), shape(field.getValue())));
            return fields;
        }
        if (node instanceof JsonArray array) {
            return array.stream().map(Likeness::shape).collect(Collectors.toSet());
        }
        return node instanceof Boolean ? node : node.getClass().getSimpleName();
    }
}
