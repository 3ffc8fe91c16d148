package confidant.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** A concierge at the desk. The session outlives a restart of the server. Thread-safe. */
public final class DeskSeat {
    private static final int PAGE = 200;
    private final Seat seat;
    private final String handle;

    private DeskSeat(Seat seat, String handle) {
        this.seat = seat;
        this.handle = handle;
    }

    /**
     * Signs in.
     *
     * @param codeOrLink a one-time code, or the link that carries it
     */
    public static Future<DeskSeat> signIn(Wire wire, String codeOrLink) {
        String code = code(codeOrLink);
        return Seat.open(wire, "/v1/sessions", Wire.object().put("code", code)).map(opened -> {
            JsonNode body = opened.answer().body();
            if (!body.path("role").asText().equals("concierge")) {
                throw new Unexpected("this code does not belong to a concierge");
            }
            return new DeskSeat(opened.seat(), body.path("handle").asText());
        });
    }

    static String code(String codeOrLink) {
        int at = codeOrLink.lastIndexOf("code=");
        return at < 0 ? codeOrLink : codeOrLink.substring(at + "code=".length());
    }

    /** The name of this concierge in addresses. */
    public String handle() {
        return handle;
    }

    /** Opens the live line of the desk. */
    public Future<DeskLine> live() {
        return DeskLine.open(seat);
    }

    /** Writes to a client; the same key again writes nothing more. Fails only when there was no answer. */
    public Future<Answered> reply(String clientId, String key, String text) {
        var body = Wire.object().put("idempotencyKey", key).put("text", text);
        return seat.post(path(clientId) + "/messages", body);
    }

    /** The whole conversation, oldest first. */
    public Future<List<Said>> conversation(String clientId) {
        return page(clientId, 0, new ArrayList<>());
    }

    private Future<List<Said>> page(String clientId, long after, List<Said> sofar) {
        return messages(clientId, "?after=" + after + "&limit=" + PAGE).compose(page -> {
            sofar.addAll(page);
            return page.size() < PAGE
                    ? Future.succeededFuture(sofar)
                    : page(clientId, page.get(page.size() - 1).seq(), sofar);
        });
    }

    /** The first messages of a conversation. */
    public Future<List<Said>> beginning(String clientId) {
        return messages(clientId, "?after=0&limit=20");
    }

    private Future<List<Said>> messages(String clientId, String query) {
        return seat.get(path(clientId) + "/messages" + query).map(answer -> {
            answer.is(200, "reading a conversation");
            List<Said> all = new ArrayList<>();
            answer.body().path("messages").forEach(message -> all.add(Said.of(message)));
            return all;
        });
    }

    /** Any other question to the desk; {@code path} begins with {@code /v1/}. */
    public Future<Answered> ask(String path) {
        return seat.get(path);
    }

    /** Any other request to the desk. */
    public Future<Answered> tell(String path, ObjectNode body) {
        return seat.post(path, body);
    }

    private static String path(String clientId) {
        return "/v1/desk/clients/" + clientId;
    }
}
