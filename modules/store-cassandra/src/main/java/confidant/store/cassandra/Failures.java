package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import confidant.store.StoreUnavailable;
import java.util.concurrent.CompletionException;

/** Tells an outage from a bug, and a write that cannot have happened from one that may have. */
final class Failures {
    private Failures() {}

    /** What callers of the ports are to see. */
    static Throwable translate(Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof AllNodesFailedException all && refused(all)) {
            return new CassandraProblem(
                    "Cassandra does not accept the credentials", "correct the user and the password of the database");
        }
        if (cause instanceof RequestThrottlingException || cause instanceof OverloadedException) {
            return new StoreUnavailable("the store is over capacity", cause);
        }
        if (cause instanceof QueryValidationException) {
            return cause;
        }
        // The driver says "closed" of a session with an IllegalStateException.
        if (cause instanceof DriverException || cause instanceof IllegalStateException) {
            return new StoreUnavailable("the store did not answer", cause);
        }
        return cause;
    }

    /** Whether a conditional write that failed so may have been applied. */
    static boolean leavesDoubt(Throwable failure) {
        Throwable cause = unwrap(failure);
        return cause instanceof DriverException
                && !(cause instanceof QueryValidationException)
                && !(cause instanceof AllNodesFailedException)
                && !(cause instanceof RequestThrottlingException)
                && !(cause instanceof OverloadedException)
                && !(cause instanceof UnavailableException);
    }

    private static boolean refused(AllNodesFailedException all) {
        return all.getAllErrors().values().stream()
                .flatMap(errors -> errors.stream())
                .anyMatch(AuthenticationException.class::isInstance);
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
