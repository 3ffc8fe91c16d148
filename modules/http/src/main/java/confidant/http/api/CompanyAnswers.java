package confidant.http.api;

import confidant.core.session.CompanyDoor.Way;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pages are told about the company's sign-in. */
public final class CompanyAnswers {
    private CompanyAnswers() {}

    /** @param name absent where staff come in by passkeys and links only */
    public record Named(@Nullable String name) {
        public static Named from(Optional<String> name) {
            return new Named(name.orElse(null));
        }
    }

    /** As {@link Named}, with whether an account of the asker is connected. */
    public record Own(@Nullable String name, boolean connected) {
        public static Own from(Optional<String> name, boolean connected) {
            return new Own(name.orElse(null), connected);
        }
    }

    /** Where the browser is to go. */
    public record Address(String address) {
        public static Address from(Way way) {
            return new Address(way.address().toString());
        }
    }
}
