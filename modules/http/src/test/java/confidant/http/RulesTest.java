package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer reads what other rules would change, puts them in force with a passkey, and takes them back. */
class RulesTest {
    @TempDir
    Path folder;

    private ServedHouse house;
    private Browser officer;

    @BeforeEach
    void start() throws IOException {
        copy(ServedHouse.policies(), folder);
        house = new ServedHouse(folder);
        officer = house.officer();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private JsonObject inForce() {
        return officer.get("/v1/audit/rules?reason=audit").is(200).body();
    }

    private JsonObject proposal(String from) {
        return officer.get("/v1/audit/rules/proposal?reason=audit&from=" + from)
                .is(200)
                .body();
    }

    private Answered release(String from, String hash) {
        return officer.post("/v1/audit/rules/release", Map.of("from", from, "hash", hash));
    }

    @Test
    void officer_releasesRules_withAPasskey_andGoesBack() throws IOException {
        String begun = inForce().getString("hash");
        assertThat(inForce().getString("before")).isNull();
        assertThat(proposal("folder").getBoolean("same")).isTrue();
        edit("concierge.cedar", "ageBand:10", "ageBand:20");
        edit("tests/concierge.csv", "ageBand:10", "ageBand:20");

        JsonObject read = proposal("folder");
        assertThat(read.getJsonArray("problems")).isEmpty();
        assertThat(read.getString("summary")).isEqualTo("2 of 169344 cases are decided otherwise");
        assertThat(read.getJsonArray("changes").getJsonObject(0).getString("kind"))
                .isEqualTo("less");
        assertThat(read.getJsonArray("changes").getJsonObject(0).getString("words"))
                .startsWith("a concierge may read `birthday` for `personalisation`")
                .contains("an age band of 20 years");

        String fresh = read.getString("hash");
        release("folder", fresh).is(403).isProblem("step-up");
        assertThat(inForce().getString("hash")).isEqualTo(begun);
        house.stepUp(officer);
        assertThat(release("folder", fresh).is(200).body().getInteger("number")).isEqualTo(2);
        assertThat(inForce().getString("hash")).isEqualTo(fresh);
        assertThat(inForce().getString("before")).isEqualTo(begun);

        assertThat(proposal("before").getString("hash")).isEqualTo(begun);
        release("before", begun).is(200);
        assertThat(inForce().getString("hash")).isEqualTo(begun);
        ServedHouse.await(house.rooms.auditing().sequence());
        assertThat(officer.get("/v1/audit/entries?reason=audit&event=policy")
                        .is(200)
                        .text())
                .contains("release/" + begun + "/" + fresh, "release/" + fresh + "/" + begun, "officer-audits");
    }

    @Test
    void rulesThatFailTheirTables_areRefused_withTheReason() throws IOException {
        edit("concierge.cedar", "ageBand:10", "ageBand:20");
        JsonObject read = proposal("folder");
        assertThat(read.getJsonArray("problems").getString(0)).contains("concierge.csv line 23");
        house.stepUp(officer);
        assertThat(release("folder", read.getString("hash"))
                        .is(400)
                        .isProblem("invalid")
                        .text())
                .contains("concierge.csv line 23");

        edit("concierge.cedar", "permit (", "permit = (");
        JsonObject unread = proposal("folder");
        assertThat(unread.getString("hash")).isNull();
        assertThat(unread.getJsonArray("problems")).isNotEmpty();
        release("folder", read.getString("hash")).is(409).isProblem("conflict");
    }

    @Test
    void nothingWasBefore_inAHouseThatHasJustBegun() {
        officer.get("/v1/audit/rules/proposal?reason=audit&from=before").is(404);
        house.desk(ServedHouse.IVY).get("/v1/audit/rules?reason=audit").is(401);
    }

    private void edit(String file, String old, String fresh) throws IOException {
        Path at = folder.resolve(file);
        String text = Files.readString(at);
        assertThat(text).contains(old);
        Files.writeString(at, text.replace(old, fresh));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path at = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(at);
                } else {
                    Files.copy(file, at);
                }
            }
        }
    }
}
