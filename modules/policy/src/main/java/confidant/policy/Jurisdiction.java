package confidant.policy;

import confidant.model.DataClass;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one place's law asks for, as {@code policies/jurisdictions/} says. Data, not advice: until {@link #review} is there,
 * no lawyer has looked at it, and whoever shows it says so.
 *
 * @param law short name of the law
 * @param consentAge below it a guardian decides
 * @param optInAge below it nothing is sold or passed on without a yes, where the law has such an age
 * @param sensitive tag kinds that the law sets apart; none of them may be noted
 * @param responses how long the house has for each kind of request; what is not there has no time set by law
 * @param keeps what the law makes the house keep longer than its own rules say
 * @param gpcBinding whether the signal {@code Sec-GPC: 1} binds by law
 * @param duties what else an officer has to think of
 * @param review who checked it and when; empty until a lawyer signed
 */
public record Jurisdiction(
        String id,
        Map<Lang, String> title,
        String law,
        int consentAge,
        String consentArticle,
        Optional<Integer> optInAge,
        List<String> sensitive,
        Map<Request, Response> responses,
        List<Keep> keeps,
        boolean gpcBinding,
        List<Duty> duties,
        Optional<Review> review) {

    public Jurisdiction {
        title = Map.copyOf(title);
        sensitive = List.copyOf(sensitive);
        responses = Map.copyOf(responses);
        keeps = List.copyOf(keeps);
        duties = List.copyOf(duties);
    }

    /** What a client, or an accident, may ask of the house. */
    public enum Request {
        ACCESS,
        CORRECTION,
        ERASURE,
        PORTABILITY,
        OBJECTION,
        BREACH
    }

    /** @param extension by how much the house may prolong, telling why; empty where it may not */
    public record Response(Span within, Optional<Span> extension, String article) {}

    public record Keep(DataClass what, Purpose purpose, Span keep, String article) {}

    public record Duty(String article, Map<Lang, String> title) {
        public Duty {
            title = Map.copyOf(title);
        }
    }

    public record Review(String by, LocalDate on) {}

    /** Whether a lawyer has signed it. */
    public boolean reviewed() {
        return review.isPresent();
    }

    /** Whether somebody of this age needs a guardian to agree. */
    public boolean needsGuardian(int age) {
        return age < consentAge;
    }
}
