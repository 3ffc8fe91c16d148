package confidant.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

/** A compliance officer at the console. Thread-safe. */
public final class OfficerSeat {
    private final Seat seat;

    private OfficerSeat(Seat seat) {
        this.seat = seat;
    }

    /** Signs in with the link or the code in it. */
    public static Future<OfficerSeat> signIn(Wire wire, String codeOrLink) {
        String code = DeskSeat.code(codeOrLink);
        return Seat.open(wire, "/v1/sessions", Wire.object().put("code", code))
                .map(opened -> new OfficerSeat(opened.seat()));
    }

    /** The key that signs the ledger, as text. */
    public Future<String> verifierKey() {
        return seat.get("/v1/audit/checkpoint?reason=audit")
                .map(answer -> answer.is(200, "reading the checkpoint")
                        .body()
                        .path("verifierKey")
                        .asText());
    }

    /** Posts something as the officer, such as what a passkey answers. */
    public Future<JsonNode> post(String path, ObjectNode body) {
        return seat.post(path, body).map(answer -> {
            if (answer.status() / 100 != 2) {
                throw new IllegalStateException("posting as the officer answers " + answer.status());
            }
            return answer.body();
        });
    }

    /** The ledger with its proofs, a zip; for an officer who has just used a passkey. */
    public Future<byte[]> bundle() {
        return seat.bytes("/v1/audit/bundle?reason=audit");
    }

    /** How many entries of an event the ledger holds. */
    public Future<Long> count(String event) {
        return count("/v1/audit/entries?reason=audit&limit=200&event=" + event, "", 0);
    }

    private Future<Long> count(String path, String cursor, long sofar) {
        String page = cursor.isEmpty() ? path : path + "&cursor=" + cursor;
        return seat.get(page).compose(answer -> {
            var body = answer.is(200, "listing the ledger").body();
            long sum = sofar + body.path("entries").size();
            String next = body.path("next").asText();
            return next.isEmpty() ? Future.succeededFuture(sum) : count(path, next, sum);
        });
    }
}
