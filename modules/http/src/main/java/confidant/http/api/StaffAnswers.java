package confidant.http.api;

import confidant.core.session.Recovery;
import confidant.core.session.Recovery.Colleague;
import confidant.model.StaffId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What officers are told about those who work here. */
public final class StaffAnswers {
    private StaffAnswers() {}

    /** @param self whether it is who asks */
    public record Member(String part, String id, String name, int passkeys, int vouched, boolean self) {
        static Member from(Colleague one, StaffId self) {
            return new Member(
                    one.id().part().word(),
                    one.id().value().toString(),
                    one.name(),
                    one.passkeys(),
                    one.vouched(),
                    one.id().equals(self));
        }
    }

    /** @param needed how many officers must vouch */
    public record All(List<Member> staff, int needed) {
        public static All from(List<Colleague> all, StaffId self) {
            return new All(all.stream().map(one -> Member.from(one, self)).toList(), Recovery.NEEDED);
        }
    }

    /** @param link once enough have vouched; good once */
    public record Word(int vouched, int needed, @Nullable String link) {
        public static Word from(Recovery.Word word, UnaryOperator<String> link) {
            return new Word(
                    word.vouched(), Recovery.NEEDED, word.code().map(link).orElse(null));
        }
    }
}
