package confidant.http.problem;

import confidant.core.Answer;
import confidant.model.Purpose;
import java.util.Optional;

/**
 * An expected end of a request that is not its result. Never logged; carries fixed words only.
 */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Kind kind;
    private final transient Optional<Refusal> refusal;

    /** What policy said. */
    public record Refusal(String rule, String remedy, Optional<Purpose> purpose) {}

    public Trouble(Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.refusal = Optional.empty();
    }

    private Trouble(Refusal refusal) {
        super("refused by rule `" + refusal.rule() + "`", null, false, false);
        this.kind = Kind.REFUSED;
        this.refusal = Optional.of(refusal);
    }

    /** The value of an answer that policy may have refused. */
    public static <T> T unlessRefused(Answer<T> answer, Optional<Purpose> purpose) {
        return answer.match(done -> done, refused -> {
            throw new Trouble(new Refusal(refused.rule(), refused.remedy(), purpose));
        });
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Refusal> refusal() {
        return refusal;
    }
}
