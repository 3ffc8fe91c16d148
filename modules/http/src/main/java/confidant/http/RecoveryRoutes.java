package confidant.http;

import confidant.core.session.Recovery;
import confidant.http.api.StaffAnswers;
import confidant.model.StaffId;
import io.vertx.core.Future;
import java.util.Map;

/** Who works here, for officers, and letting somebody in again whose passkeys are lost. */
final class RecoveryRoutes {
    private final Recovery recovery;
    private final String base;

    /** @param base the public address, without a slash at its end */
    RecoveryRoutes(Recovery recovery, String base) {
        this.recovery = recovery;
        this.base = base;
    }

    Map<String, Act> acts() {
        return Map.of("listStaff", this::list, "vouch", this::vouch);
    }

    private Future<Reply> list(Call call) {
        StaffId self = StaffId.of(call.officer());
        return recovery.colleagues().map(all -> Reply.ok(StaffAnswers.All.from(all, self)));
    }

    private Future<Reply> vouch(Call call) {
        StaffId holder = Call.known(call.path("part") + "/" + call.path("memberId"), StaffId::parse, "member of staff");
        return recovery.vouch(call.officer(), holder)
                .map(word -> Reply.ok(StaffAnswers.Word.from(word, code -> base + "/signin#code=" + code)));
    }
}
