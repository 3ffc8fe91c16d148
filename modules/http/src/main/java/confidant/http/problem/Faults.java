package confidant.http.problem;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says where a request does not fit the contract without repeating any of it: a pointer names only properties that the
 * contract itself names, and the message is made from the contract's keyword.
 */
public final class Faults {
    private static final int MOST = 10;
    private static final String UNKNOWN = "(unknown)";

    private final Set<String> names = new HashSet<>();

    public Faults(JsonObject contract) {
        collect(contract);
    }

    private void collect(Object node) {
        if (node instanceof JsonObject object) {
            if (object.getValue("properties") instanceof JsonObject properties) {
                names.addAll(properties.fieldNames());
            }
            object.forEach(entry -> collect(entry.getValue()));
        } else if (node instanceof JsonArray array) {
            array.forEach(this::collect);
        }
    }

    List<Problem.Fault> of(OutputUnit unit) {
        Set<Problem.Fault> faults = new LinkedHashSet<>();
        List<OutputUnit> errors = new ArrayList<>(unit.getErrors() == null ? List.of() : unit.getErrors());
        for (OutputUnit error : errors) {
            String location = error.getKeywordLocation() == null ? "" : error.getKeywordLocation();
            String keyword = location.substring(location.lastIndexOf('/') + 1);
            String message = message(keyword);
            if (!message.isEmpty()) {
                faults.add(new Problem.Fault(pointer(error.getInstanceLocation()), message));
            }
        }
        return faults.stream().limit(MOST).toList();
    }

    private String pointer(String location) {
        if (location == null || location.length() < 2) {
            return "";
        }
        StringBuilder pointer = new StringBuilder();
        for (String part : location.substring(1).split("/")) {
            if (!part.isEmpty()) {
                boolean known = names.contains(part) || part.chars().allMatch(c -> c >= '0' && c <= '9');
                pointer.append('/').append(known ? part : UNKNOWN);
            }
        }
        return pointer.toString();
    }

    private static String message(String keyword) {
        return switch (keyword) {
            case "required" -> "a required property is missing";
            case "type" -> "is of another type than the contract says";
            case "minLength" -> "is too short";
            case "maxLength" -> "is too long";
            case "minimum", "maximum" -> "is out of its range";
            case "maxItems", "minItems" -> "has the wrong number of items";
            case "enum", "const" -> "is none of the values that the contract lists";
            case "pattern", "format" -> "does not have the form that the contract says";
            case "oneOf" -> "fits none of the forms that the contract lists";
            case "additionalProperties", "false" -> "is not a property of the contract";
            default -> "";
        };
    }
}
