package confidant.http;

import confidant.core.Guest;
import confidant.core.Rooms;
import confidant.http.api.ErasureAnswers;
import io.vertx.core.Future;
import java.util.Map;

/** Erasing a whole client: asked for by the client alone, looked at by them and by the officer. */
final class ErasureRoutes {
    private final Rooms rooms;

    ErasureRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Act> acts() {
        return Map.of("getErasure", this::certificate, "eraseMe", this::erase, "auditErasures", this::all);
    }

    private Future<Reply> certificate(Call call) {
        return rooms.erasures()
                .certificate(call.guest().ref())
                .map(found -> found.map(certificate -> Reply.ok(ErasureAnswers.Erasure.from(certificate)))
                        .orElseGet(Reply::done));
    }

    private Future<Reply> erase(Call call) {
        Guest guest = call.guest();
        return rooms.erasures()
                .erase(guest.ref(), guest.actor())
                .map(certificate -> Reply.ok(ErasureAnswers.Erasure.from(certificate)));
    }

    private Future<Reply> all(Call call) {
        return rooms.erasures()
                .certificates(call.officer(), call.query("reason").orElse(""))
                .map(all -> Reply.ok(ErasureAnswers.Erasures.from(all, call.limit(100))));
    }
}
