package confidant.http.problem;

import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.NotFound;
import confidant.core.attachment.TooManyFiles;
import confidant.core.consent.StepRefused;
import confidant.core.figure.BudgetSpent;
import confidant.core.glass.LookOver;
import confidant.core.session.CompanyAway;
import confidant.core.session.CompanyRefused;
import confidant.core.session.PasskeyRefused;
import confidant.core.session.StepUp;
import confidant.http.api.Words;
import confidant.store.StoreUnavailable;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one table from failures to problems. Thread-safe. */
public final class Problems {
    private static final int RETRY_SECONDS = 2;

    /** Failures that are told in their own words. */
    private static final Map<Class<?>, Kind> TOLD = Map.of(
            NotFound.class, Kind.NOT_FOUND,
            Conflict.class, Kind.CONFLICT,
            StepUp.class, Kind.STEP_UP,
            PasskeyRefused.class, Kind.PASSKEY,
            CompanyRefused.class, Kind.COMPANY,
            CompanyAway.class, Kind.COMPANY_AWAY,
            BudgetSpent.class, Kind.BUDGET,
            TooManyFiles.class, Kind.CONFLICT,
            LookOver.class, Kind.GLASS,
            BadRequest.class, Kind.INVALID);

    private final String base;
    private final Faults faults;

    /**
     * @param base the public address of the house, without a slash at its end
     */
    public Problems(String base, Faults faults) {
        this.base = base;
        this.faults = faults;
    }

    /**
     * The problem for a failure. Only a failure that nobody expected is an incident; its text is not repeated.
     *
     * @param failure null when the router itself refused with {@code status}
     */
    public Problem of(@Nullable Throwable failure, int status, Words words) {
        if (failure instanceof Trouble trouble) {
            return trouble(trouble, words);
        }
        if (failure instanceof StepRefused step) {
            Trouble.Refusal refusal = new Trouble.Refusal(step.rule(), step.remedy(), Optional.empty());
            return refused(plain(Kind.REFUSED, failure.getMessage(), words), refusal, words);
        }
        if (failure != null && TOLD.containsKey(failure.getClass())) {
            return plain(TOLD.getOrDefault(failure.getClass(), Kind.INCIDENT), failure.getMessage(), words);
        }
        if (failure instanceof StoreUnavailable) {
            return plain(Kind.AWAY, "nothing was kept, the same request may be sent again", words);
        }
        if (failure instanceof SchemaValidationException schema) {
            return invalid(faults.of(schema.getOutputUnit()), words);
        }
        if (failure instanceof ValidatorException || failure instanceof DecodeException) {
            return invalid(List.of(), words);
        }
        if (failure instanceof HttpException http) {
            return http.getCause() != null
                    ? of(http.getCause(), http.getStatusCode(), words)
                    : plain(Kind.of(http.getStatusCode()), null, words);
        }
        return failure == null ? plain(Kind.of(status), null, words) : plain(Kind.INCIDENT, null, words);
    }

    private Problem trouble(Trouble trouble, Words words) {
        Problem plain = plain(trouble.kind(), trouble.getMessage(), words);
        return trouble.refusal().map(refusal -> refused(plain, refusal, words)).orElse(plain);
    }

    private static Problem refused(Problem plain, Trouble.Refusal refusal, Words words) {
        return new Problem(
                plain.type(),
                plain.title(),
                plain.status(),
                plain.detail(),
                null,
                refusal.rule(),
                words.rule(refusal.rule()),
                words.remedy(refusal.remedy()),
                words.action(refusal.remedy(), refusal.purpose()),
                null,
                0);
    }

    private Problem invalid(List<Problem.Fault> errors, Words words) {
        Kind kind = Kind.INVALID;
        return new Problem(
                type(kind),
                kind.title(words.lang()),
                kind.status(),
                "see `/openapi.yaml`; nothing was kept",
                null,
                null,
                null,
                null,
                null,
                errors.isEmpty() ? null : errors,
                0);
    }

    private Problem plain(Kind kind, @Nullable String detail, Words words) {
        int retryAfter = kind == Kind.AWAY || kind == Kind.COMPANY_AWAY || kind == Kind.TOO_MANY ? RETRY_SECONDS : 0;
        return new Problem(
                type(kind),
                kind.title(words.lang()),
                kind.status(),
                detail,
                null,
                null,
                null,
                null,
                null,
                null,
                retryAfter);
    }

    private String type(Kind kind) {
        return base + "/problems/" + kind.page();
    }
}
