package confidant.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;

/** A client in the web chat, with every box of the notice left unticked. */
public final class WebVoice implements Voice {
    private final Seat seat;

    private WebVoice(Seat seat) {
        this.seat = seat;
    }

    /** Opens a chat with a concierge. */
    public static Future<WebVoice> open(Wire wire, String concierge, String lang) {
        return wire.get("/v1/notice?concierge=" + concierge + "&lang=" + lang, Map.of())
                .compose(answer -> {
                    JsonNode notice = answer.is(200, "reading the notice").body();
                    var body = Wire.object()
                            .put("concierge", concierge)
                            .put("lang", lang)
                            .put("zone", "Asia/Taipei")
                            .put("noticeId", notice.path("id").asText())
                            .put("noticeVersion", notice.path("version").asInt());
                    body.putArray("consents");
                    return Seat.open(wire, "/v1/chat/sessions", body);
                })
                .map(opened -> new WebVoice(opened.seat()));
    }

    @Override
    public Utterance utter(String text) {
        String id = UUID.randomUUID().toString();
        return again -> seat.post(
                "/v1/chat/messages", Wire.object().put("clientMessageId", id).put("text", text));
    }

    /** Says yes or no to a purpose; succeeds when it is in force. */
    public Future<Answered> consent(String purpose, boolean given) {
        return seat.post(
                        "/v1/chat/consents",
                        Wire.object().put("purpose", purpose).put("given", given))
                .map(answer -> answer.is(200, "answering a question for consent"));
    }
}
