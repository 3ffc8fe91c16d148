package confidant.http.api;

import confidant.core.handover.Handovers.AtDesk;
import confidant.core.handover.Handovers.AtPage;
import confidant.core.handover.Offer;
import confidant.core.handover.Offer.State;
import confidant.model.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A hand-over to another concierge, as each side sees it. */
public final class HandoverAnswers {
    private HandoverAnswers() {}

    public record DeskHandover(
            String state,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable String to,
            @Nullable String from) {
        public static DeskHandover from(AtDesk there) {
            return new DeskHandover(
                    there.offer().map(Offer::state).map(State::word).orElse("none"),
                    there.offer().map(Offer::at).orElse(null),
                    there.offer().map(Offer::until).orElse(null),
                    there.to().orElse(null),
                    there.from().orElse(null));
        }
    }

    public record Other(String handle, String name) {}

    public record Going(String id, String title, String why) {}

    public record Choice(boolean stay, @Nullable String concierge, List<String> purposes, boolean words) {}

    public record Handover(
            String state,
            String reason,
            String concierge,
            Instant until,
            List<Other> others,
            List<Going> purposes,
            @Nullable Choice choice) {
        public static Handover from(AtPage page, Words words) {
            Offer offer = page.offer();
            return new Handover(
                    offer.state().word(),
                    offer.reason().word(),
                    page.concierge().displayName(),
                    offer.until(),
                    page.others().stream()
                            .map(one -> new Other(one.handle(), one.displayName()))
                            .toList(),
                    page.may().stream()
                            .map(info -> new Going(
                                    info.purpose().id(), words.purpose(info.purpose()), words.why(info.purpose())))
                            .toList(),
                    offer.choice().map(choice -> chosen(page, choice)).orElse(null));
        }

        private static Choice chosen(AtPage page, Offer.Choice choice) {
            Optional<String> handle = choice.to()
                    .flatMap(pool -> page.others().stream()
                            .filter(one -> one.pool().equals(pool))
                            .map(one -> one.handle())
                            .findFirst());
            return new Choice(
                    choice.to().isEmpty(),
                    handle.orElse(null),
                    choice.purposes().stream().map(Purpose::id).sorted().toList(),
                    choice.words());
        }
    }
}
