package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.model.ClientId;
import confidant.model.Lang;
import io.vertx.core.json.JsonObject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client takes away: it holds everything, in their language, and programs that are not ours can read it. */
class ArchiveTest {
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    private static ServedHouse house;
    private static Spec spec;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
        spec = new Spec(house.conformity.contract().text());
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static Estate estate() {
        return new Estate(house, spec, ServedHouse.IVY, 2, "sharing", "greeting");
    }

    private static Unpacked archive(Estate estate, String query) {
        Answered answered = estate.privacy.get("/v1/privacy/archive" + query).is(200);
        assertThat(answered.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answered.header("Content-Disposition")).isEqualTo("attachment; filename=\"my-data.zip\"");
        assertThat(answered.header("Cache-Control")).isEqualTo("no-store");
        return Unpacked.of(answered);
    }

    @ParameterizedTest
    @EnumSource
    void page_holdsEverything_inTheLanguageAskedFor(Lang lang) {
        Estate estate = estate();
        estate.chat.post(
                "/v1/chat/messages", Map.of("clientMessageId", "wish-" + lang.ordinal() + "000", "text", "每週最多 2 則"));
        Unpacked files = archive(estate, "?lang=" + lang.tag());
        String page = files.text("index.html");

        assertThat(page).startsWith("<!doctype html>\n<html lang=\"" + lang.tag() + "\">");
        assertThat(page)
                .contains(Map.of(Lang.EN, "Your data", Lang.ZH_HANT, "您的資料", Lang.ZH_HANS, "您的资料")
                        .get(lang))
                .contains(Map.of(Lang.EN, "at most 2 a week", Lang.ZH_HANT, "每週最多 2 則", Lang.ZH_HANS, "每周最多 2 条")
                        .get(lang))
                .contains(Map.of(Lang.EN, "Likes", Lang.ZH_HANT, "喜好", Lang.ZH_HANS, "喜好")
                        .get(lang))
                .contains("Ms ivy", "spot:" + estate.mark, "certainly, " + estate.mark, estate.grief);
        assertThat(page.split("<td>" + estate.mark + "</td>", -1))
                .as("a fact and a guess")
                .hasSize(3);
    }

    @Test
    void page_isInTheLanguageThatTheClientIsWrittenTo_ifNoneIsAsked() {
        assertThat(archive(estate(), "").text("index.html")).contains("<html lang=\"en\">");
    }

    @Test
    void page_leadsNowhereElse_andRunsNothing() {
        Estate estate = estate();
        estate.chat
                .post(
                        "/v1/chat/messages",
                        Map.of("clientMessageId", "script-0001", "text", "<script>alert('x')</script> & \"y\""))
                .is(200);
        Unpacked files = archive(estate, "");
        String page = files.text("index.html");

        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;")
                .contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-")
                .doesNotContain("<script", "<img", "<iframe", "<link", " onclick", "javascript:");
        List<String> links =
                HREF.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(links).hasSizeGreaterThan(10).allSatisfy(link -> {
            if (link.startsWith("#")) {
                assertThat(page).contains("id=\"" + link.substring(1) + "\"");
            } else {
                assertThat(files.files()).containsKey(link);
            }
        });
        assertThat(linked(links)).containsAll(others(files));
    }

    private static Set<String> linked(List<String> links) {
        return links.stream().filter(link -> !link.startsWith("#")).collect(Collectors.toSet());
    }

    private static Set<String> others(Unpacked files) {
        Set<String> others = new TreeSet<>(files.files().keySet());
        others.remove("index.html");
        return others;
    }

    @Test
    void data_isJsonLd_thatAProcessorReadsWithoutLoss() {
        Estate estate = estate();
        var data = new LinkedData(archive(estate, "").text("data.json"))
                .losesNothing()
                .speaksDpv()
                .document();

        assertThat(data.getString("identifier"))
                .isEqualTo(estate.ids("clientId").iterator().next());
        assertThat(texts(data.getJsonArray("messages"), "text"))
                .contains("spot:" + estate.mark, "certainly, " + estate.mark);
        assertThat(texts(data.getJsonArray("guesses"), "value")).containsExactly(estate.mark);
        assertThat(texts(data.getJsonArray("complaints"), "text")).containsExactly(estate.grief);
        assertThat(texts(data.getJsonArray("requests"), "right")).containsExactly("access");
        assertThat(texts(data.getJsonArray("requests").getJsonObject(0).getJsonArray("steps"), "text"))
                .containsExactly("what of " + estate.grief);
        assertThat(data.getJsonArray("purposes").stream()
                        .map(one -> one.asJsonObject().getJsonArray("facts"))
                        .filter(facts -> facts != null)
                        .flatMap(facts -> texts(facts, "value").stream()))
                .containsExactlyInAnyOrder(estate.mark, "1990-03-14");
        assertThat(texts(data.getJsonArray("receipts"), "identifier"))
                .contains("greeting.1", "sharing.1", "personalisation.1");
        assertThat(texts(data.getJsonArray("looks"), "who")).contains("concierge");
    }

    /** The proof that the proof can fail: a field that the context does not know, a name that DPV does not have. */
    @Test
    void data_withAFieldOrANameThatMeansNothing_isFound() {
        String data = archive(estate(), "").text("data.json");

        assertThatThrownBy(() -> new LinkedData(data.replaceFirst("\"identifier\"", "\"identifer\"")).losesNothing())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> new LinkedData(data.replace("dpv:ConsentReceipt", "dpv:ConsentReciept")).speaksDpv())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> new LinkedData(
                        data.replaceFirst("\\{\"@version\"[^}]*?,", "{\"@import\":\"https://w3id.org/x\",")))
                .isInstanceOf(AssertionError.class);
    }

    private static List<String> texts(JsonArray nodes, String field) {
        return nodes.stream()
                .map(node -> node.asJsonObject().get(field))
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString())
                .toList();
    }

    @Test
    void receipts_areJsonLd_withTheWordsThatWereShown() throws NoSuchAlgorithmException {
        Unpacked files = archive(estate(), "");
        List<String> receipts = files.files().keySet().stream()
                .filter(name -> name.startsWith("receipts/"))
                .toList();

        assertThat(receipts).hasSize(3);
        for (String name : receipts) {
            var receipt =
                    new LinkedData(files.text(name)).losesNothing().speaksDpv().document();
            var event = receipt.getJsonArray("events").getJsonObject(0);
            var notice = event.getJsonObject("notice");
            byte[] words = files.files().get(notice.getString("file"));

            assertThat(receipt.getString("type")).isEqualTo("dpv:ConsentReceipt");
            assertThat(name).isEqualTo("receipts/" + receipt.getString("identifier") + ".jsonld");
            assertThat(receipt.getJsonObject("process").getString("purpose")).startsWith("dpv:");
            assertThat(receipt.getJsonObject("process").getJsonArray("personalData"))
                    .isNotEmpty();
            assertThat(receipt.getJsonObject("dataController").getString("name"))
                    .isEqualTo("Lindenhof");
            assertThat(event.getString("type")).isEqualTo("dpv:ConsentGiven");
            assertThat(event.getJsonObject("indicatedBy").getString("type")).isEqualTo("dpv:DataSubject");
            assertThat(notice.getString("language")).isEqualTo("en");
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(words)))
                    .isEqualTo(notice.getString("sha256"));
        }
    }

    @Test
    void archive_leavesOut_whatAWithdrawalClosed() {
        Estate estate = estate();
        assertThat(archive(estate, "").text("data.json")).contains("\"kind\":\"likes\"");
        estate.privacy
                .post("/v1/privacy/consents", Map.of("purpose", "personalisation", "given", false))
                .is(200);

        Unpacked files = archive(estate, "");
        assertThat(files.text("data.json")).doesNotContain("\"kind\":\"likes\"");
        assertThat(files.text("index.html"))
                .contains("The key is destroyed")
                .doesNotContain("<td>" + estate.mark + "</td>");
        assertThat(files.files()).containsKey("receipts/personalisation.2.jsonld");
    }

    @Test
    void takingIt_isALineOfTheLedger_andNoLookOfAnothers() {
        Estate estate = estate();
        int before = exports(estate).size();
        int looks = looks(estate);
        archive(estate, "");

        var entries = exports(estate);
        assertThat(entries).hasSize(before + 1);
        JsonObject entry = entries.getJsonObject(0);
        assertThat(entry.getString("role")).isEqualTo("client");
        assertThat(entry.getString("rule")).isEqualTo("client-reads-own");
        assertThat(entry.getInteger("count")).isGreaterThan(5);
        assertThat(entry.getJsonArray("classes").getList()).contains("message", "likes", "consent");
        assertThat(looks(estate)).isEqualTo(looks);
    }

    private static io.vertx.core.json.JsonArray exports(Estate estate) {
        ServedHouse.await(house.rooms.auditing().sequence());
        ClientId client = ClientId.parse(estate.ids("clientId").iterator().next());
        String pseudonym = house.rooms.auditing().pseudonym(client);
        return estate.officer
                .get("/v1/audit/entries?reason=audit&event=export&pseudonym=" + pseudonym)
                .is(200)
                .body()
                .getJsonArray("entries");
    }

    private static int looks(Estate estate) {
        return estate.privacy
                .get("/v1/privacy")
                .is(200)
                .body()
                .getJsonArray("reads")
                .size();
    }

    @Test
    void archive_isForTheClientsOwnSessionOnly() {
        house.browser().get("/v1/privacy/archive").isProblem("signed-out");
        estate().chat.get("/v1/privacy/archive").isProblem("signed-out");
        house.desk(ServedHouse.IVY).get("/v1/privacy/archive").isProblem("signed-out");
    }
}
