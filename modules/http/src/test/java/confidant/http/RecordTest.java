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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The record of processing follows the rules: what is added to them stands in it, without a change of the program. */
class RecordTest {
    private static final String LOYALTY = String.join(
            "\n",
            "",
            "  - id: loyalty",
            "    dpv: https://w3id.org/dpv#ServiceOptimisation",
            "    basis: consent",
            "    marketing: true",
            "    lasts: 12 months",
            "    title: {en: Your loyalty card, zh-Hant: 會員卡, zh-Hans: 会员卡}",
            "    why: {en: So that we can count your visits., zh-Hant: 讓我們記錄您的來訪次數。, zh-Hans: 让我们记录您的来访次数。}",
            "");
    private static final String VISITS = String.join(
            "\n",
            "  - id: visits",
            "    groups: [preference, noted]",
            "    purposes: [loyalty, service]",
            "    dpv: https://w3id.org/dpv/pd#Behavioral",
            "    keep: 6 months",
            "    title: {en: Number of visits, zh-Hant: 來訪次數, zh-Hans: 来访次数}",
            "",
            "");

    @TempDir
    Path folder;

    private ServedHouse house;
    private Browser officer;

    @BeforeEach
    void start() throws IOException {
        try (Stream<Path> files = Files.walk(ServedHouse.policies())) {
            for (Path file : files.toList()) {
                Path at = folder.resolve(ServedHouse.policies().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(at);
                } else {
                    Files.copy(file, at);
                }
            }
        }
    }

    private void open() {
        house = new ServedHouse(folder);
        officer = house.officer();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void purposeAndClass_thatAreAddedToTheRules_standInTheRecord() throws IOException {
        Path purposes = folder.resolve("purposes.yaml");
        Files.writeString(purposes, Files.readString(purposes) + LOYALTY);
        Path classes = folder.resolve("classes.yaml");
        String before = "  - id: dietary\n    groups";
        String text = Files.readString(classes);
        assertThat(text).contains(before);
        Files.writeString(classes, text.replace(before, VISITS + before));
        open();

        JsonObject record = record();
        JsonObject loyalty = purpose(record, "loyalty");
        assertThat(loyalty.getString("title")).isEqualTo("Your loyalty card");
        assertThat(loyalty.getInteger("lastsDays")).isEqualTo(365);
        JsonObject visits = loyalty.getJsonArray("classes").getJsonObject(0);
        assertThat(visits.getString("title")).isEqualTo("Number of visits");
        assertThat(visits.getString("dpv")).endsWith("pd#Behavioral");
        assertThat(visits.getInteger("keepDays")).isEqualTo(182);
        assertThat(visits.getJsonArray("fields").getList()).contains("tags.card");
        assertThat(purpose(record, "service").getJsonArray("classes").encode()).contains("Number of visits");
        house.stepUp(officer);
        assertThat(file("html", "en"))
                .contains("Your loyalty card", "Number of visits", "182 days", "does not take it away by itself");
        assertThat(new LinkedData(file("jsonld", "en"))
                        .losesNothing()
                        .document()
                        .toString())
                .contains("Your loyalty card", "P182D");
    }

    @Test
    void record_saysTheRulesItWasMadeFrom_whoMayDoWhat_andWhatIsNotStated() {
        open();
        JsonObject record = record();
        JsonObject rules = officer.get("/v1/audit/rules?reason=audit").is(200).body();
        assertThat(record.getString("hash")).isEqualTo(rules.getString("hash"));
        assertThat(record.getString("since")).isEqualTo(rules.getString("at"));
        assertThat(record.getString("house")).isEqualTo("Lindenhof");
        assertThat(record.getJsonArray("purposes")).hasSize(7);
        JsonObject greeting = purpose(record, "greeting");
        assertThat(greeting.getString("basis")).isEqualTo("consent");
        assertThat(greeting.getJsonArray("deeds").encode())
                .contains("\"role\":\"concierge\"", "\"act\":\"read\"", "\"precision\":\"general\"");
        assertThat(purpose(record, "service")
                        .getJsonArray("classes")
                        .getJsonObject(0)
                        .getBoolean("swept"))
                .as("messages are taken away by themselves")
                .isTrue();
        assertThat(record.getJsonArray("notStated").encode())
                .contains("\"id\":\"transfers\"", "\"id\":\"controller\"", "GDPR Art. 44 to 49");
        assertThat(record.getJsonArray("measures").encode()).contains("A development root (file)");
    }

    @Test
    void partiesThatAreStated_standInTheRecord_withTheirTransfers() throws IOException {
        Files.writeString(
                folder.resolve("parties.yaml"),
                String.join(
                        "\n",
                        "controller: {name: \"House Ltd.\", contact: \"a@house.example\", officer: \"dpo@house.example\", country: \"TW\"}",
                        "processors:",
                        "  - name: \"Example Cloud\"",
                        "    does: {en: runs the servers, zh-Hant: 營運伺服器, zh-Hans: 运营服务器}",
                        "    country: \"JP\"",
                        "    contract: \"agreement of 2026-03-01\"",
                        "    safeguard: \"adequacy decision\"",
                        "platforms:",
                        "  - {channel: line, name: \"LY Corporation\", country: \"JP\", safeguard: \"standard clauses\"}"));
        open();

        JsonObject record = record();
        assertThat(record.getJsonArray("parties")).hasSize(3);
        assertThat(record.getJsonArray("parties").getJsonObject(0).getString("contact"))
                .isEqualTo("a@house.example; data protection officer dpo@house.example");
        JsonObject cloud = record.getJsonArray("parties").getJsonObject(1);
        assertThat(cloud.getString("does")).isEqualTo("runs the servers");
        assertThat(cloud.getString("countryTitle")).isEqualTo("Japan");
        assertThat(cloud.getBoolean("abroad")).isTrue();
        assertThat(record.getJsonArray("notStated").encode())
                .contains("\"id\":\"staff\"")
                .doesNotContain("transfers", "processors", "controller");
        house.stepUp(officer);
        assertThat(file("html", "zh-Hant")).contains("日本", "營運伺服器", "standard clauses", "資料保護長 dpo@house.example");
        assertThat(new LinkedData(file("jsonld", "en"))
                        .losesNothing()
                        .speaksDpv()
                        .document()
                        .toString())
                .contains("dpv:DataProcessor", "adequacy decision", "House Ltd.");
    }

    @ParameterizedTest
    @EnumSource
    void file_isInTheLanguageAskedFor_andForOthersReaders(confidant.model.Lang lang) {
        open();
        officer.get("/v1/audit/record/export?reason=audit&form=html").is(403).isProblem("step-up");
        house.stepUp(officer);
        String page = file("html", lang.tag());
        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"" + lang.tag() + "\">")
                .contains("default-src &#39;none&#39;")
                .doesNotContain("<script", "<img", "<link")
                .contains(Map.of(
                                confidant.model.Lang.EN,
                                "Record of processing activities",
                                confidant.model.Lang.ZH_HANT,
                                "處理活動紀錄",
                                confidant.model.Lang.ZH_HANS,
                                "处理活动记录")
                        .get(lang));
        var data = new LinkedData(file("jsonld", lang.tag()))
                .losesNothing()
                .speaksDpv()
                .document();
        assertThat(data.getString("type")).isEqualTo("dpv:ROPA");
        assertThat(data.getJsonArray("processes")).hasSize(7);
        officer.get("/v1/audit/record/export?reason=audit&form=pdf").is(400);
    }

    @Test
    void record_isForOfficers() {
        open();
        house.desk(ServedHouse.IVY).get("/v1/audit/record?reason=audit").is(401);
        officer.get("/v1/audit/record?reason=curiosity").is(400);
    }

    private JsonObject record() {
        return officer.get("/v1/audit/record?reason=audit", Map.of("Accept-Language", "en"))
                .is(200)
                .body();
    }

    private String file(String form, String lang) {
        return officer.get("/v1/audit/record/export?reason=audit&form=" + form + "&lang=" + lang)
                .is(200)
                .text();
    }

    private static JsonObject purpose(JsonObject record, String id) {
        return record.getJsonArray("purposes").stream()
                .map(JsonObject.class::cast)
                .filter(purpose -> purpose.getString("purpose").equals(id))
                .findFirst()
                .orElseThrow();
    }
}
