package confidant.http;

import confidant.http.Spec.Operation;
import confidant.http.Spec.Parameter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes a request that fits the contract, from the contract alone: what is not an id follows from its schema, or from the few
 * words here that only mean something together; ids are asked for by their name.
 */
final class Filler {
    private static final Pattern ID = Pattern.compile("[a-zA-Z]*(Id|Key)|cursor|pseudonym");
    /** Named like ids, but everybody knows them. */
    private static final Set<String> PUBLIC = Set.of("noticeId");

    /** What an authenticator answers with, beside what every answer has. */
    private static final Set<String> ANSWERED =
            Set.of("attestationObject", "authenticatorData", "signature", "userHandle");

    private static final List<String> TRIES =
            List.of("text", "2026-11-25", "2030-01-01T00:00:00Z", "https://house.example/", "reply-0001");

    private final Spec spec;
    private final Map<String, Object> known;

    /** @param known values by name, for what a schema does not tell */
    Filler(Spec spec, Map<String, Object> known) {
        this.spec = spec;
        this.known = known;
    }

    /** @param type of the body, if there is one */
    record Request(String method, String path, Optional<String> body, String type) {}

    /** The names of the ids that an operation takes, those it can do without included. */
    Set<String> slots(Operation operation) {
        Set<String> slots = new TreeSet<>();
        operation.parameters().stream().map(Parameter::name).filter(Filler::id).forEach(slots::add);
        operation.body().ifPresent(body -> slots.addAll(slots(body)));
        return slots;
    }

    Set<String> slots(JsonObject schema) {
        Set<String> slots = new TreeSet<>();
        JsonObject form = spec.resolve(schema);
        form.getJsonObject("properties", new JsonObject()).fieldNames().stream()
                .filter(Filler::id)
                .forEach(slots::add);
        form.getJsonObject("properties", new JsonObject())
                .forEach(property -> slots.addAll(slots((JsonObject) property.getValue())));
        if (form.containsKey("items")) {
            slots.addAll(slots(form.getJsonObject("items")));
        }
        form.getJsonArray("oneOf", new JsonArray()).forEach(one -> slots.addAll(slots((JsonObject) one)));
        return slots;
    }

    private static boolean id(String name) {
        return ID.matcher(name).matches() && !PUBLIC.contains(name);
    }

    /** @param ids the value of each id; optional ones that it has no value for are left out */
    Request request(Operation operation, Function<String, Optional<String>> ids) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.parameters()) {
            Optional<Object> value = value(parameter.name(), parameter.schema(), parameter.required(), ids)
                    .filter(v -> !parameter.in().equals("header"));
            if (value.isPresent() && parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", value.get().toString());
            } else if (value.isPresent()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.name())
                        .append('=')
                        .append(URLEncoder.encode(value.get().toString(), StandardCharsets.UTF_8));
            }
        }
        return new Request(
                operation.method(),
                "/v1" + path + query,
                operation.takesFile()
                        ? Optional.of("a small file")
                        : operation
                                .body()
                                .map(body -> fill("body of " + operation.id(), body, ids)
                                        .toString()),
                operation.takesFile() ? "application/octet-stream" : "application/json");
    }

    private Optional<Object> value(
            String name, JsonObject schema, boolean required, Function<String, Optional<String>> ids) {
        if (!id(name)) {
            return required || ANSWERED.contains(name) && known.containsKey(name)
                    ? Optional.of(fill(name, schema, ids))
                    : Optional.empty();
        }
        Optional<Object> value = ids.apply(name).map(id -> id);
        if (value.isEmpty() && required) {
            throw new AssertionError("no `" + name + "` is at hand: let the estate get one");
        }
        return value;
    }

    /** A value of this schema; fails if the schema asks for something that nothing here can make. */
    Object fill(String name, JsonObject schema, Function<String, Optional<String>> ids) {
        JsonObject form = spec.resolve(schema);
        if (known.containsKey(name)) {
            return known.get(name);
        }
        if (form.containsKey("const")) {
            return form.getValue("const");
        }
        if (form.containsKey("enum")) {
            return form.getJsonArray("enum").getValue(0);
        }
        if (form.containsKey("oneOf")) {
            return fill(name, form.getJsonArray("oneOf").getJsonObject(0), ids);
        }
        return switch (form.getString("type", "")) {
            case "object" -> object(form, ids);
            case "array" -> array(name, form, ids);
            case "integer", "number" -> form.getInteger("minimum", 1);
            case "boolean" -> true;
            case "string" -> text(name, form);
            default -> throw new AssertionError("the generator cannot fill `" + name + "`: " + form.encode());
        };
    }

    private JsonObject object(JsonObject form, Function<String, Optional<String>> ids) {
        JsonArray required = form.getJsonArray("required", new JsonArray());
        JsonObject made = new JsonObject();
        form.getJsonObject("properties", new JsonObject())
                .forEach(property -> value(
                                property.getKey(),
                                (JsonObject) property.getValue(),
                                required.contains(property.getKey()),
                                ids)
                        .ifPresent(value -> made.put(property.getKey(), value)));
        return made;
    }

    private JsonArray array(String name, JsonObject form, Function<String, Optional<String>> ids) {
        JsonArray made = new JsonArray();
        for (int i = 0; i < form.getInteger("minItems", 0); i++) {
            made.add(fill(name, form.getJsonObject("items"), ids));
        }
        return made;
    }

    private static String text(String name, JsonObject form) {
        String pattern = form.getString("pattern", "");
        int least = form.getInteger("minLength", 0);
        int most = form.getInteger("maxLength", Integer.MAX_VALUE);
        Predicate<String> fits = text -> text.length() >= least
                && text.length() <= most
                && (pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find());
        if (form.getString("format", "").equals("date-time")) {
            // What was is asked for at an instant, what is to be until one.
            return name.equals("at") ? "2020-01-01T00:00:00Z" : "2030-01-01T00:00:00Z";
        }
        if (fits.test("x".repeat(least)) && least > 0) {
            return "x".repeat(least);
        }
        return TRIES.stream()
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "the generator cannot fill `" + name + "`, which is like `" + pattern + "`"));
    }
}
