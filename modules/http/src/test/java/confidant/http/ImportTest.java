package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.testkit.Await;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of contacts in the form of the contract. */
class ImportTest {
    private static final String HEADER = "channel,account,address,name,language,zone,purpose,agreed_at,evidence\n";
    private static final String USER = "U" + "0".repeat(31);

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

    private static String file(String text) {
        return JsonObject.of("file", text).encode();
    }

    private static String row(String last) {
        return "line," + FakeDoor.ACCOUNT + "," + USER + last + ",Lin " + last
                + ",en,Asia/Taipei,sharing,2026-01-05,the form\n";
    }

    @Test
    void file_isTried_thenTakenOver_andItsClientIsListed() {
        String text = HEADER + row("a") + "line,other," + USER + "b,,,,,,\n";
        JsonObject trial =
                desk.post("/v1/desk/imports/trial", file(text)).is(200).body();
        assertThat(trial.getInteger("fresh")).isEqualTo(1);
        assertThat(trial.getInteger("faulty")).isEqualTo(1);
        assertThat(trial.getJsonArray("lines").getJsonObject(0))
                .isEqualTo(JsonObject.of("line", 3, "column", "account", "reason", "account"));
        String id = desk.post("/v1/desk/imports", file(text)).is(202).body().getString("importId");
        Await.until(
                "the end of the import",
                () -> desk.get("/v1/desk/imports/" + id)
                        .is(200)
                        .body()
                        .getString("state")
                        .equals("done"));
        JsonObject people = desk.get("/v1/desk/newcomers?limit=200").is(200).body();
        assertThat(people.getJsonArray("clients").stream().map(one -> ((JsonObject) one).getString("name")))
                .contains("Lin a");
        String client = people.getJsonArray("clients").getJsonObject(0).getString("clientId");
        desk.get("/v1/desk/clients/" + client + "/messages").is(200);
        desk.get("/v1/desk/clients/" + client + "/card").is(200);
        desk.get("/v1/desk/clients/" + client + "/brief").is(200);
        desk.get("/v1/desk/clients/" + client + "/handover").is(200);
        assertThat(desk.get("/v1/desk/imports").is(200).body().getJsonArray("imports"))
                .isNotEmpty();
    }

    @Test
    void file_thatIsNone_isAProblem_andIsNotTaken() {
        String text = file("name\nLin\n");
        assertThat(desk.post("/v1/desk/imports/trial", text).is(200).body().getString("problem"))
                .isEqualTo("header");
        desk.post("/v1/desk/imports", text).is(400).isProblem("invalid");
        desk.post("/v1/desk/imports", "{}").is(400).isProblem("invalid");
    }

    @Test
    void longFile_isTaken_andTooLongOneIsNot() {
        desk.post("/v1/desk/imports/trial", file(HEADER + "x".repeat(1_900_000)))
                .is(200);
        desk.post("/v1/desk/imports/trial", file("x".repeat(2_000_001))).is(400);
        desk.post("/v1/desk/imports/trial", file("x".repeat(5_000_000))).is(413);
    }

    @Test
    void othersThanConcierges_importNothing() {
        house.officer().post("/v1/desk/imports", file(HEADER + row("c"))).is(401);
        house.browser().post("/v1/desk/imports", file(HEADER + row("c"))).is(401);
    }
}
