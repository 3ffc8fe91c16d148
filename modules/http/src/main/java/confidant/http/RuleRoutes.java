package confidant.http;

import confidant.core.BadRequest;
import confidant.core.rules.Releases;
import confidant.core.rules.Releases.Source;
import confidant.http.api.RuleAnswers;
import io.vertx.core.Future;
import java.util.Map;

/** The rules of the house for officers: which are in force, what others would change, and putting those in force. */
final class RuleRoutes {
    private final Releases releases;

    RuleRoutes(Releases releases) {
        this.releases = releases;
    }

    Map<String, Act> acts() {
        return Map.of("auditRules", this::inForce, "proposeRules", this::propose, "releaseRules", this::release);
    }

    private static String reason(Call call) {
        return call.query("reason").orElse("");
    }

    private static Source source(String word) {
        return switch (word) {
            case "folder" -> Source.FOLDER;
            case "before" -> Source.BEFORE;
            default -> throw new BadRequest("rules come from `folder` or `before`");
        };
    }

    private Future<Reply> inForce(Call call) {
        return releases.inForce(call.officer(), reason(call))
                .map(release -> Reply.ok(RuleAnswers.InForce.from(release)));
    }

    private Future<Reply> propose(Call call) {
        return releases.propose(
                        call.officer(), reason(call), source(call.query("from").orElse("")))
                .map(proposal -> Reply.ok(
                        RuleAnswers.Proposal.from(proposal, call.words().lang())));
    }

    private Future<Reply> release(Call call) {
        RuleAnswers.Asked asked = call.body(RuleAnswers.Asked.class);
        return releases.release(call.officer(), source(asked.from()), asked.hash())
                .map(release -> Reply.ok(RuleAnswers.InForce.from(release)));
    }
}
