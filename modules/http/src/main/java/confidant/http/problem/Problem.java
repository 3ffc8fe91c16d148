package confidant.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import confidant.http.api.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem. No part of it ever repeats what was sent.
 *
 * @param detail one lower-case sentence
 * @param instance names the incident in the log, for a failure of ours
 * @param retryAfter seconds; 0 where waiting does not help
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String rule,
        @Nullable String ruleTitle,
        @Nullable String remedy,
        Words.@Nullable Remedy remedyAction,
        @Nullable List<Fault> errors,
        @JsonIgnore int retryAfter) {

    /** One place of the request that does not fit: a JSON pointer (or the name of a parameter) and what was expected. */
    public record Fault(@Nullable String pointer, String message) {}
}
