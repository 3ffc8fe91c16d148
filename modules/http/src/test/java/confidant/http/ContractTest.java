package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.http.problem.Kind;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.Operation;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract says of every operation who may call it and how it can go wrong. That each has a handler, a start checks. */
class ContractTest {
    private static Vertx vertx;
    private static Contract contract;

    @BeforeAll
    static void load() {
        vertx = Vertx.vertx();
        contract = ServedHouse.await(Contract.load(vertx));
    }

    @AfterAll
    static void close() {
        ServedHouse.await(vertx.close());
    }

    private static List<Operation> operations() {
        assertThat(contract.operations()).hasSizeGreaterThan(30);
        return contract.operations();
    }

    @Test
    void operation_documentsItsProblems_byRole() {
        for (Operation operation : operations()) {
            String id = operation.getOperationId();
            assertThat(operation.getResponse(400)).as(id).isNotNull();
            assertThat(operation.getResponse(503)).as(id).isNotNull();
            if (!contract.role(operation).equals("public")) {
                assertThat(operation.getResponse(401)).as(id).isNotNull();
            }
        }
    }

    @Test
    void operation_documentsTheToken_whenItChangesSomethingUnderASession() {
        for (Operation operation : operations()) {
            boolean changes = !operation.getHttpMethod().name().equals("GET");
            if (changes && !contract.role(operation).equals("public")) {
                assertThat(operation.getResponse(403))
                        .as(operation.getOperationId())
                        .isNotNull();
                assertThat(operation.getParameters())
                        .as(operation.getOperationId())
                        .anyMatch(parameter -> parameter.getName().equalsIgnoreCase(Guard.CSRF));
            }
        }
    }

    @Test
    void operation_documentsNotFound_whenItNamesSomething() {
        for (Operation operation : operations()) {
            if (operation.getOpenAPIPath().contains("{")) {
                assertThat(operation.getResponse(404))
                        .as(operation.getOperationId())
                        .isNotNull();
            }
        }
    }

    @Test
    void kind_ofProblemHasATitleInEveryLanguage_andANameOfItsOwn() {
        var pages = new TreeSet<String>();
        for (Kind kind : Kind.values()) {
            for (confidant.model.Lang lang : confidant.model.Lang.values()) {
                assertThat(kind.title(lang)).isNotBlank();
            }
            assertThat(kind.page()).isEqualTo(kind.page().toLowerCase(Locale.ROOT));
            pages.add(kind.page());
        }
        assertThat(pages).hasSameSizeAs(Kind.values());
    }
}
