package confidant.fake.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** One answer of the platform: status, body, headers of its own. */
record Answer(int status, ObjectNode body, Map<String, String> headers) {

    static Answer ok(ObjectNode body) {
        return new Answer(200, body, Map.of());
    }

    static Answer error(int status, String message) {
        return new Answer(status, JsonNodeFactory.instance.objectNode().put("message", message), Map.of());
    }

    /** A 400 in the platform's form: what is wrong and where. */
    static Answer badField(String property, String message) {
        var answer = error(400, "The request body has 1 error(s)");
        answer.body().putArray("details").addObject().put("message", message).put("property", property);
        return answer;
    }
}
