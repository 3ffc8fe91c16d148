package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.audit.EntryText;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.Precision;
import confidant.store.LedgerStore.Waiting;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What officers take away says what the list says, to others' readers as well. */
class EntryExportTest {
    private static ServedHouse house;
    private static Estate estate;
    private static Browser officer;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
        estate = new Estate(house, new Spec(house.conformity.contract().text()), ServedHouse.IVY, 3, "sharing");
        officer = house.officer();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @BeforeEach
    void prove() {
        house.stepUp(officer);
    }

    private static String pseudonym() {
        return estate.ids("pseudonym").iterator().next();
    }

    private static List<List<String>> csv(String filter) {
        Answered answered = officer.get("/v1/audit/entries/export?reason=audit&form=csv&lang=en" + filter)
                .is(200);
        assertThat(answered.header("Content-Type")).startsWith("text/csv");
        assertThat(answered.header("Content-Disposition")).isEqualTo("attachment; filename=\"confidant-entries.csv\"");
        assertThat(answered.header("Content-Length"))
                .as("its length is not known before")
                .isEmpty();
        return cells(answered.text());
    }

    private static JsonArray list(String filter) {
        return officer.get("/v1/audit/entries?reason=audit&limit=200" + filter)
                .is(200)
                .body()
                .getJsonArray("entries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&event=read",
                "&event=consent",
                "&purpose=sharing",
                "&role=concierge",
                "&role=client&purpose=service",
                "&event=send&to=2030-01-01T00:00:00Z",
                "&from=2030-01-01T00:00:00Z"
            })
    void csv_readBack_isTheList(String filter) {
        String whole = filter + "&pseudonym=" + pseudonym();
        List<List<String>> rows = csv(whole);
        JsonArray list = list(whole);

        assertThat(rows.get(0).get(0)).isEqualTo("\uFEFFindex");
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(15));
        assertThat(rows.get(rows.size() - 1).get(0)).isEqualTo("# complete: " + list.size() + " entries");
        List<Map<String, String>> entries = entries(rows);
        assertThat(entries).hasSize(list.size());
        for (int i = 0; i < entries.size(); i++) {
            JsonObject one = list.getJsonObject(i);
            Map<String, String> row = entries.get(i);
            assertThat(row.get("classes"))
                    .isEqualTo(one.getJsonArray("classes").stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(" ")));
            Stream.of(
                            "index",
                            "at",
                            "event",
                            "actor",
                            "role",
                            "pseudonym",
                            "purpose",
                            "rule",
                            "ruleTitle",
                            "policyHash")
                    .forEach(name ->
                            assertThat(unguarded(row.get(name))).as(name).isEqualTo(text(one, name)));
            Stream.of("precision", "count", "note")
                    .forEach(name -> assertThat(row.get(name)).as(name).isEqualTo(text(one, name)));
        }
        if (filter.contains("purpose=sharing")) {
            assertThat(entries)
                    .isNotEmpty()
                    .allMatch(row -> row.get("purposeDpv").equals("https://w3id.org/dpv#DirectMarketing"));
        }
    }

    private static String text(JsonObject entry, String name) {
        Object value = entry.getValue(name);
        return value == null ? "" : value.toString();
    }

    @Test
    void jsonLd_isReadWithoutLoss_andSaysWhatTheListSays() {
        String filter = "&purpose=sharing&pseudonym=" + pseudonym();
        Answered answered = officer.get("/v1/audit/entries/export?reason=audit&form=jsonld&lang=en" + filter)
                .is(200);
        assertThat(answered.header("Content-Type")).isEqualTo("application/ld+json");
        var data = new LinkedData(answered.text()).losesNothing().speaksDpv().document();

        JsonArray list = list(filter);
        assertThat(list).isNotEmpty();
        var entries = data.getJsonArray("entries");
        assertThat(entries).hasSize(list.size());
        assertThat(data.getInt("count")).isEqualTo(list.size());
        assertThat(data.getBoolean("complete")).isTrue();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.getJsonObject(i);
            assertThat(entry.getInt("index")).isEqualTo(list.getJsonObject(i).getInteger("index"));
            assertThat(entry.getString("event")).isEqualTo(list.getJsonObject(i).getString("event"));
            assertThat(entry.getString("purpose")).isEqualTo("dpv:DirectMarketing");
            assertThat(entry.getString("legalBasis")).isEqualTo("dpv:Consent");
        }
        String none = officer.get("/v1/audit/entries/export?reason=audit&form=jsonld&from=2030-01-01T00:00:00Z")
                .is(200)
                .text();
        assertThat(new LinkedData(none).losesNothing().document().getInt("count"))
                .isZero();
    }

    @Test
    void file_isBehindThePasskey_andNotedWithItsReason() {
        String path = "/v1/audit/entries/export?reason=incident&form=csv";
        Browser other = house.officer();
        other.get(path).is(403).isProblem("step-up");
        house.desk(ServedHouse.IVY).get(path).is(401);
        officer.get("/v1/audit/entries/export?reason=curiosity&form=csv").is(400);
        officer.get("/v1/audit/entries/export?reason=audit&form=xls").is(400);
        officer.get(path + "&cursor=x").is(400);
        officer.get(path).is(200);
        ServedHouse.await(house.rooms.auditing().sequence());
        assertThat(officer.get("/v1/audit/entries?reason=audit&event=audit&role=officer")
                        .is(200)
                        .text())
                .contains("\"note\":\"incident/export-csv\"");
    }

    @Test
    void cells_thatASpreadsheetWouldCalculate_areDefused() {
        Instant now = Instant.ofEpochMilli(house.clock.millis());
        byte[] line = EntryText.write(new LedgerEvent(
                now,
                "drop",
                new Actor(Actor.Role.SCHEDULER, "+1-2"),
                "-planted",
                "service",
                "",
                "",
                List.of("message"),
                Precision.NONE,
                1,
                "-1+2,3"));
        ServedHouse.await(
                house.stores.ledger().append(new Waiting(Math.floorDiv(now.getEpochSecond(), 10), "planted", line)));
        ServedHouse.await(house.rooms.auditing().sequence());

        List<List<String>> rows = csv("&pseudonym=-planted");
        Map<String, String> row = entries(rows).get(0);
        assertThat(row.get("actor")).isEqualTo("'+1-2");
        assertThat(row.get("pseudonym")).isEqualTo("'-planted");
        assertThat(row.get("note")).isEqualTo("'-1+2,3");
        assertThat(rows).allSatisfy(all -> assertThat(all).noneMatch(cell -> cell.matches("[=+@-].*")));
    }

    private static List<Map<String, String>> entries(List<List<String>> rows) {
        List<String> heads = new ArrayList<>(rows.get(0));
        heads.set(0, heads.get(0).substring(1));
        List<Map<String, String>> entries = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size() - 1)) {
            Map<String, String> entry = new java.util.HashMap<>();
            for (int i = 0; i < heads.size(); i++) {
                entry.put(heads.get(i), row.get(i));
            }
            entries.add(entry);
        }
        return entries;
    }

    /** As RFC 4180 says, read a character at a time. */
    /** A table program takes what begins so for a formula; the file has a quote before it, also before a pseudonym. */
    private static String unguarded(String cell) {
        return cell.matches("'[-+=@].*") ? cell.substring(1) : cell;
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        assertThat(cell).as("the last line is ended").isEmpty();
        return rows;
    }
}
