package confidant.channel.line;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One file of the platform's published contract, in its strict form, as a judge of JSON. */
final class LineSpec {
    private static final String BASE = "https://contract.invalid/";

    private final SchemaRepository schemas;
    private final String file;

    private LineSpec(String file) {
        this.file = BASE + file;
        var options =
                new JsonSchemaOptions().setBaseUri(BASE).setDraft(Draft.DRAFT7).setOutputFormat(OutputFormat.Basic);
        var limits = new LoaderOptions();
        limits.setCodePointLimit(10_000_000);
        Map<String, Object> yaml = new Yaml(new SafeConstructor(limits)).load(Shared.text("specs/line/" + file));
        var components = new JsonObject().put("components", json(yaml.get("components")));
        schemas = SchemaRepository.create(options).dereference(this.file, JsonSchema.of(components));
    }

    static LineSpec webhook() {
        return new LineSpec("webhook.strict.yml");
    }

    static LineSpec messagingApi() {
        return new LineSpec("messaging-api.strict.yml");
    }

    /** What the schema of that name has against it; empty when it fits. */
    List<String> complaints(String schema, String json) {
        var reference = new JsonObject()
                .put("$id", BASE + "judge-" + schema)
                .put("$ref", file + "#/components/schemas/" + schema);
        OutputUnit verdict = schemas.validator(JsonSchema.of(reference)).validate(new JsonObject(json));
        if (Boolean.TRUE.equals(verdict.getValid())) {
            return List.of();
        }
        return verdict.getErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getError())
                .toList();
    }

    private static Object json(Object value) {
        if (value instanceof Map<?, ?> map) {
            var object = new JsonObject();
            map.forEach((key, entry) -> object.put(String.valueOf(key), json(entry)));
            return object;
        }
        if (value instanceof List<?> list) {
            var array = new JsonArray();
            list.forEach(entry -> array.add(json(entry)));
            return array;
        }
        return value;
    }
}
