package confidant.http.api;

import confidant.core.session.Passkeys.Question;
import confidant.core.session.Who;
import confidant.store.PasskeyStore.Passkey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pages are told about passkeys. */
public final class PasskeyAnswers {
    private PasskeyAnswers() {}

    /** A question to an authenticator; {@code user} only where a passkey is to be made. */
    public record Options(
            String challenge,
            String rpId,
            @Nullable User user,
            List<String> known,
            @Nullable List<Integer> algorithms) {

        public static Options toUse(Question question, String rpId) {
            return new Options(question.challenge(), rpId, null, question.known(), null);
        }

        public static Options toMake(Question question, String rpId, List<Integer> algorithms) {
            String handle = question.holder().orElseThrow().toString();
            return new Options(
                    question.challenge(),
                    rpId,
                    new User(
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(handle.getBytes(StandardCharsets.UTF_8)),
                            question.name()),
                    question.known(),
                    algorithms);
        }
    }

    public record User(String id, String name) {}

    public record Kept(
            String id, String name, Instant made, @Nullable Instant used, boolean synced) {
        public static Kept from(Passkey passkey) {
            return new Kept(
                    passkey.id(), passkey.name(), passkey.made(), passkey.used().orElse(null), passkey.synced());
        }
    }

    /** @param keep how many must stay */
    public record All(List<Kept> passkeys, int keep) {
        public static All from(List<Passkey> all, int keep) {
            return new All(all.stream().map(Kept::from).toList(), keep);
        }
    }

    public record Fresh(Instant freshUntil) {
        public static Fresh from(Who who) {
            return new Fresh(who.freshUntil().orElseThrow());
        }
    }
}
