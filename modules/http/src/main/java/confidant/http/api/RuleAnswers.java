package confidant.http.api;

import confidant.core.rules.Release;
import confidant.core.rules.Releases;
import confidant.model.Lang;
import confidant.policy.PolicyDiff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which rules are in force, and what others would change. */
public final class RuleAnswers {
    private RuleAnswers() {}

    /** @param by id of the officer, or {@code start} for the rules that the house began with */
    public record InForce(int number, String hash, @Nullable String before, Instant at, String by) {
        public static InForce from(Release release) {
            return new InForce(
                    release.number(),
                    release.hash(),
                    release.before().orElse(null),
                    release.at(),
                    release.by().id());
        }
    }

    /** @param words one sentence in the language that was asked for */
    public record Change(String kind, String words) {}

    /**
     * @param hash nothing where the rules cannot be used at all
     * @param same whether they are those in force
     */
    public record Proposal(
            @Nullable String hash, boolean same, List<String> problems, String summary, List<Change> changes) {
        public static Proposal from(Releases.Proposal proposal, Lang lang) {
            return new Proposal(
                    proposal.hash().orElse(null),
                    proposal.diff().filter(PolicyDiff::same).isPresent(),
                    proposal.problems(),
                    proposal.diff().map(diff -> diff.summary(lang)).orElse(""),
                    proposal.diff().map(diff -> changes(diff, lang)).orElse(List.of()));
        }

        private static List<Change> changes(PolicyDiff diff, Lang lang) {
            return diff.lines(lang).stream()
                    .map(one -> new Change(one.kind().name().toLowerCase(Locale.ROOT), one.words()))
                    .toList();
        }
    }

    /** What an officer asks to be put in force. */
    public record Asked(String from, String hash) {}
}
