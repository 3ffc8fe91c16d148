package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to a pool in the form of the contract. */
class SegmentTest {
    private static ServedHouse house;
    private static Browser desk;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
        desk = house.desk(ServedHouse.IVY);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void segment_isCountedAndListed_withAllKindsOfConditions() {
        String question = "{\"purpose\": \"sharing\", \"conditions\": ["
                + "{\"kind\": \"age\", \"from\": 20, \"to\": 30},"
                + "{\"kind\": \"tag\", \"tag\": \"likes\", \"value\": \"tea\", \"not\": true},"
                + "{\"kind\": \"atLeast\", \"tag\": \"purchases\", \"count\": 2},"
                + "{\"kind\": \"occasionWithin\", \"occasion\": \"birthday\", \"days\": 30}]}";

        JsonObject count =
                desk.post("/v1/desk/segments/count", question).is(200).body();
        assertThat(count.getInteger("after")).isZero();
        JsonObject page = desk.post("/v1/desk/segments/page", question).is(200).body();
        assertThat(page.getJsonArray("rows")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"purpose\": \"sharing\"}",
                "{\"purpose\": \"no-such-purpose\", \"conditions\": []}",
                "{\"purpose\": \"sharing\", \"conditions\": [{}]}",
                "{\"purpose\": \"sharing\", \"conditions\": [{\"kind\": \"age\"}]}",
                "{\"purpose\": \"sharing\", \"conditions\": [{\"kind\": \"age\", \"from\": -1, \"to\": 3}]}",
                "{\"purpose\": \"sharing\", \"conditions\": [{\"kind\": \"age\", \"from\": 1.5, \"to\": 3}]}",
                "{\"purpose\": \"sharing\", \"conditions\": [{\"kind\": \"sql\", \"where\": \"1=1\"}]}"
            })
    void segment_isInvalid_whenAConditionIsNotOfTheContract(String question) {
        desk.post("/v1/desk/segments/count", question).is(400).isProblem("invalid");
    }
}
