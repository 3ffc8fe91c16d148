package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.attachment.Upload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures and files over HTTP. */
class FileTest {
    private static ServedHouse house;

    @BeforeAll
    static void start() {
        house = new ServedHouse();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void file_comesBackAsItWas_asADownloadThatNoBrowserRuns() {
        Browser chat = chat();
        byte[] bytes = bytes(200_000);

        JsonObject first =
                send(chat, "message-0101", "Reise plan ☂.pdf", bytes).is(200).body();
        JsonObject again =
                send(chat, "message-0101", "Reise plan ☂.pdf", bytes).is(200).body();

        assertThat(again.getLong("seq")).isEqualTo(first.getLong("seq"));
        assertThat(again.getBoolean("duplicate")).isTrue();
        JsonObject file = file(chat, first.getLong("seq"));
        assertThat(file.getString("state")).isEqualTo("here");
        assertThat(file.getString("name")).isEqualTo("Reise plan ☂.pdf");
        assertThat(file.getLong("size")).isEqualTo(200_000);
        Answered got = chat.get("/v1/chat/attachments/" + file.getString("id")).is(200);
        assertThat(got.response().body()).isEqualTo(bytes);
        assertThat(got.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(got.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''Reise%20plan%20%E2%98%82.pdf");
        assertThat(got.header("Content-Security-Policy")).contains("sandbox");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.header("Cache-Control")).contains("no-store");
    }

    @Test
    void file_isTakenUpToItsSize_andNoFurther() {
        Browser chat = chat();

        send(chat, "message-0102", "large.bin", bytes(Upload.MOST)).is(200);
        send(chat, "message-0103", "larger.bin", bytes(Upload.MOST + 1)).is(413).isProblem("too-large");
    }

    @Test
    void whatIsNoFile_isRefusedInWords() {
        Browser chat = chat();
        String path = "/v1/chat/attachments?clientMessageId=message-0104";
        Map<String, String> file = headers(chat, "a.txt");

        chat.send("POST", path, BodyPublishers.noBody(), file).is(400).isProblem("invalid");
        chat.send("POST", path, BodyPublishers.ofString("a"), with(file, "Content-Type", "image/png"))
                .is(415)
                .isProblem("media-type");
        chat.send("POST", path, BodyPublishers.ofString("a"), with(file, "X-File-Name", "100%"))
                .is(400)
                .isProblem("invalid");
        chat.send("POST", path, BodyPublishers.ofString("a"), with(file, "X-File-Words", "x".repeat(1_001)))
                .is(400)
                .isProblem("invalid");
        chat.send("POST", path, BodyPublishers.ofString("a"), with(file, "X-File-Name", "x".repeat(256)))
                .is(400)
                .isProblem("invalid");
        chat.send("POST", "/v1/chat/attachments", BodyPublishers.ofString("a"), file)
                .is(400)
                .isProblem("invalid");
        chat.get("/v1/chat/attachments/nothing").is(404).isProblem("not-found");
    }

    @Test
    void archive_holdsTheFiles() {
        Browser chat = chat();
        byte[] bytes = bytes(150_000);
        send(chat, "message-0105", "plan: a/b.pdf", bytes).is(200);
        Browser privacy = house.browser();
        String link = chat.post("/v1/chat/privacy-link").is(200).body().getString("url");
        privacy.post("/v1/privacy/sessions", Map.of("token", link.substring(link.indexOf("#t=") + 3)))
                .is(201);

        JsonObject listed = privacy.get("/v1/privacy/attachments")
                .is(200)
                .body()
                .getJsonArray("files")
                .getJsonObject(0);
        Unpacked archive =
                Unpacked.of(privacy.get("/v1/privacy/archive?lang=en").is(200));

        String at = "files/" + listed.getString("id") + "/plan_ a_b.pdf";
        assertThat(archive.files().get(at)).isEqualTo(bytes);
        assertThat(archive.text("index.html")).contains("plan: a/b.pdf", "plan_%20a_b.pdf");
        assertThat(archive.text("data.json")).contains("schema:MediaObject");

        privacy.post("/v1/privacy/attachments/" + listed.getString("id") + "/remove")
                .is(200);
        assertThat(privacy.get("/v1/privacy/attachments").is(200).body().getJsonArray("files"))
                .isEmpty();
        privacy.get("/v1/privacy/attachments/" + listed.getString("id")).is(404);
        assertThat(Unpacked.of(privacy.get("/v1/privacy/archive?lang=en").is(200))
                        .files()
                        .keySet())
                .noneMatch(name -> name.startsWith("files/"));
    }

    private static Browser chat() {
        Browser browser = house.browser();
        JsonObject notice =
                browser.get("/v1/notice?lang=en&concierge=ivy").is(200).body();
        JsonObject start = new JsonObject()
                .put("concierge", "ivy")
                .put("lang", "en")
                .put("zone", "UTC")
                .put("noticeId", notice.getString("id"))
                .put("noticeVersion", notice.getInteger("version"))
                .put("consents", new JsonArray());
        browser.post("/v1/chat/sessions", start.encode()).is(201);
        return browser;
    }

    private static JsonObject file(Browser chat, long seq) {
        return chat.get("/v1/chat/messages?after=" + (seq - 1))
                .is(200)
                .body()
                .getJsonArray("messages")
                .getJsonObject(0)
                .getJsonObject("file");
    }

    private static Answered send(Browser chat, String key, String name, byte[] bytes) {
        return chat.send(
                "POST",
                "/v1/chat/attachments?clientMessageId=" + key,
                BodyPublishers.ofByteArray(bytes),
                headers(chat, URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    private static Map<String, String> headers(Browser who, String name) {
        return Map.of("X-Confidant-Csrf", who.csrf(), "Content-Type", "application/octet-stream", "X-File-Name", name);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> others = new HashMap<>(headers);
        others.put(name, value);
        return others;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Arrays.copyOf(bytes, size);
    }
}
