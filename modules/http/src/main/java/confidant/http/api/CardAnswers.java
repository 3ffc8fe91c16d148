package confidant.http.api;

import confidant.core.consent.Consents.State;
import confidant.core.silence.Silence;
import confidant.core.tagging.Tagging;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.ConsentStatus;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.TagProposal;
import confidant.policy.TagKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The card of one client with tags and proposals, and what may be noted at all. */
public final class CardAnswers {
    private CardAnswers() {}

    public record Tag(
            String id,
            String kind,
            String kindTitle,
            @Nullable String dataClass,
            String value,
            String precision,
            String purpose,
            String purposeTitle,
            String status,
            Instant since,
            @Nullable Instant until,
            String source,
            @Nullable Long evidenceSeq,
            Words.Reason reason) {
        public static Tag from(Shown tag, List<State> consents, Words words) {
            return new Tag(
                    tag.id().toString(),
                    tag.kind(),
                    words.kind(tag.kind()),
                    words.policy()
                            .tagKind(tag.kind())
                            .map(kind -> kind.dataClass().id())
                            .orElse(null),
                    tag.value()
                            .map(Personal::reveal)
                            .map(v -> words.value(tag.kind(), v))
                            .orElse(""),
                    Words.word(tag.precision()),
                    tag.purpose().id(),
                    words.purpose(tag.purpose()),
                    status(tag.purpose(), consents),
                    tag.since(),
                    tag.until().orElse(null),
                    tag.source(),
                    tag.evidence() > 0 ? tag.evidence() : null,
                    words.reason(tag.rule(), "none", Optional.empty()));
        }

        private static String status(Purpose purpose, List<State> consents) {
            return Words.word(consents.stream()
                    .filter(state -> state.purpose().equals(purpose))
                    .findFirst()
                    .map(State::status)
                    .orElse(ConsentStatus.NONE));
        }
    }

    public record Occasion(String kind, String kindTitle, Instant nextAt, String calendar) {
        static Occasion from(Tagging.NextOccasion next, Words words) {
            var occasion = next.occasion();
            return new Occasion(
                    occasion.kind(), words.occasion(occasion.kind()), next.next(), Words.word(occasion.calendar()));
        }
    }

    public record Proposal(
            String id,
            String kind,
            String kindTitle,
            String value,
            String purpose,
            String purposeTitle,
            double confidence,
            String source,
            @Nullable Long evidenceSeq,
            Instant expires) {
        static Proposal from(TagProposal proposal, Words words) {
            return new Proposal(
                    proposal.id().toString(),
                    proposal.kind(),
                    words.kind(proposal.kind()),
                    words.value(proposal.kind(), proposal.value().reveal()),
                    proposal.purpose().id(),
                    words.purpose(proposal.purpose()),
                    proposal.confidence(),
                    "assistant",
                    proposal.evidence() > 0 ? proposal.evidence() : null,
                    proposal.expires());
        }
    }

    public record Card(
            String clientId,
            @Nullable String name,
            String zone,
            String lang,
            String channel,
            List<ChatAnswers.ConsentState> consents,
            List<Tag> tags,
            List<Occasion> occasions,
            List<Proposal> proposals,
            SilenceAnswers.@Nullable LetGo letGo) {
        public static Card from(String clientId, Tagging.Card card, Optional<Silence> silence, Words words) {
            Map<Purpose, State> states =
                    card.consents().stream().collect(Collectors.toMap(State::purpose, Function.identity()));
            return new Card(
                    clientId,
                    card.name().map(Personal::reveal).orElse(null),
                    card.zone(),
                    card.lang().tag(),
                    card.channel().word(),
                    ChatAnswers.ConsentState.all(states, words),
                    card.tags().stream()
                            .map(tag -> Tag.from(tag, card.consents(), words))
                            .toList(),
                    card.occasions().stream()
                            .map(next -> Occasion.from(next, words))
                            .toList(),
                    card.proposals().stream()
                            .map(proposal -> Proposal.from(proposal, words))
                            .toList(),
                    silence.map(SilenceAnswers.LetGo::from).orElse(null));
        }
    }

    public record Code(String code, String title) {}

    public record Kind(
            String id, String title, String form, List<String> purposes, List<Code> values, boolean occasion) {
        static Kind from(TagKind kind, Words words) {
            return new Kind(
                    kind.id(),
                    words.kind(kind.id()),
                    kind.form(),
                    kind.purposes().stream().map(Purpose::id).toList(),
                    kind.values().keySet().stream()
                            .map(code -> new Code(code, words.value(kind.id(), code)))
                            .toList(),
                    kind.form().equals("date"));
        }
    }

    public record Kinds(List<Kind> kinds) {
        public static Kinds from(Words words) {
            return new Kinds(words.policy().tagKinds().stream()
                    .map(kind -> Kind.from(kind, words))
                    .toList());
        }
    }
}
