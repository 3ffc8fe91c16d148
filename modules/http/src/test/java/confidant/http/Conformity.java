package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.util.Set;

/** Holds every answer against the contract: its status is documented, and its body is of the form that is promised. */
final class Conformity {
    /** What any operation may answer before or in reading a body, as the contract says once at its top. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 408, 413, 415);

    private final Contract contract;
    private final ResponseValidator validator;

    Conformity(Vertx vertx) {
        contract = ServedHouse.await(Contract.load(vertx));
        validator = ResponseValidator.create(vertx, contract.loaded());
    }

    Contract contract() {
        return contract;
    }

    void check(String method, String path, Answered answered) {
        String plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        Operation operation = contract.loaded().findOperation(plain, HttpMethod.valueOf(method));
        if (operation == null || ANYWHERE.contains(answered.status())) {
            return;
        }
        String where = operation.getOperationId() + " answers " + answered.status();
        assertThat(operation.getResponse(answered.status()))
                .as("%s: %s", where, answered.text())
                .isNotNull();
        String type = answered.header("Content-Type");
        if (type.equals("application/json")) {
            ServedHouse.await(validator.validate(
                    ValidatableResponse.create(
                            answered.status(), Buffer.buffer(answered.response().body()), type),
                    operation.getOperationId()));
        } else if (answered.status() >= 400) {
            assertThat(type).as(where).isEqualTo("application/problem+json");
        }
    }
}
