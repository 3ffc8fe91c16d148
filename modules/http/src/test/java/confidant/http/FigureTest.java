package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A manager signs in, asks, and is told of no client; nobody else is told at all. */
class FigureTest {
    private final ServedHouse house = new ServedHouse();
    private final Browser manager = house.manager();

    @AfterEach
    void close() {
        house.close();
    }

    private JsonObject board() {
        return manager.get("/v1/figures").is(200).body();
    }

    private List<String> questions() {
        return board().getJsonArray("questions").stream()
                .map(one -> ((JsonObject) one).getString("id"))
                .toList();
    }

    private Answered ask(String question) {
        return manager.post("/v1/figures/" + question);
    }

    @Test
    void manager_seesTheirSession_andNothingOfDeskOrConsole() {
        JsonObject session = manager.get("/v1/session").is(200).body();
        assertThat(session.getString("role")).isEqualTo("manager");
        assertThat(session.getString("name")).isEqualTo("Manager");
        manager.get("/v1/desk/inbox").is(401);
        manager.get("/v1/audit/clients?reason=audit").is(401);
        house.officer().get("/v1/figures").is(401);
        house.desk(ServedHouse.IVY).get("/v1/figures").is(401);
    }

    @Test
    void answer_isOneForAll_andTheBoardSaysWhatIsLeft() {
        JsonObject before = board();
        assertThat(before.getInteger("left")).isEqualTo(8);
        assertThat(before.getString("epsilon")).isEqualTo("1/2");
        assertThat(before.getString("ruleTitle")).contains("counts with noise");

        JsonObject first = ask("clients-by-channel").is(200).body();

        assertThat(ask("clients-by-channel").is(200).body()).isEqualTo(first);
        JsonArray cells = first.getJsonArray("cells");
        assertThat(cells).hasSize(2);
        assertThat(cells.getJsonObject(0).getString("title")).isEqualTo("Web chat");
        JsonObject after = board();
        assertThat(after.getInteger("left")).isEqualTo(7);
        assertThat(after.getString("spent")).isEqualTo("1/2");
        assertThat(after.getJsonArray("questions").getJsonObject(1).getJsonArray("answers"))
                .containsExactly(first);
    }

    @Test
    void spentBudget_isAProblemOfItsOwn_thatSaysWhatRemains() {
        List<String> all = questions();
        all.subList(0, 8).forEach(one -> ask(one).is(200));

        JsonObject problem = ask(all.get(8)).is(403).body();

        assertThat(problem.getString("type")).endsWith("/problems/budget");
        assertThat(problem.getString("detail"))
                .matches("your budget of 4 is spent until \\d{4}-\\d{2}-01; answers that are there and cost nothing: "
                        + String.join(", ", all.subList(0, 8)));
        assertThat(board().getInteger("left")).isZero();
        ask(all.get(0)).is(200);
    }

    @Test
    void question_thatNoRuleLists_isNotThere_andOneWithoutTokenIsNotTaken() {
        assertThat(ask("clients-called-lin").is(404).text()).doesNotContain("clients-called-lin");
        manager.send(
                        "POST",
                        "/v1/figures/clients-by-channel",
                        java.net.http.HttpRequest.BodyPublishers.noBody(),
                        Map.of())
                .is(403);
    }

    @Test
    void manager_isAmongTheStaff_thatOfficersLetInAgain() {
        JsonArray staff = house.officer().get("/v1/staff").is(200).body().getJsonArray("staff");
        assertThat(staff.stream().map(one -> ((JsonObject) one).getString("part")))
                .contains("manager");
    }
}
