package confidant.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.model.schema.Schema.JsonOrCedar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parses and validates the Cedar files. With {@link CedarRules} the only class that knows Cedar. Cedar numbers the policies
 * of a file; they are built again under their {@code @id}, so that an answer names the rule.
 */
final class CedarText {
    static final String SCHEMA = "schema.cedarschema";

    /** One rule as written. */
    record Written(String file, String id, String source, boolean permits, Map<String, String> annotations) {
        String note(String name) {
            return annotations.getOrDefault(name, "");
        }
    }

    private CedarText() {}

    /** All rules of one file that could be read. */
    static List<Written> parse(String file, String text, List<PolicyProblem> problems) {
        List<Written> written = new ArrayList<>();
        try {
            for (Policy policy : PolicySet.parsePolicies(text).policies) {
                Map<String, String> notes = policy.getAnnotations();
                String id = notes.getOrDefault("id", "");
                if (id.isEmpty()) {
                    problems.add(new PolicyProblem(file, "", "a rule has no `@id`", "write `@id(\"...\")` above it"));
                } else {
                    written.add(new Written(file, id, policy.getSource(), policy.effect() == Effect.PERMIT, notes));
                }
            }
        } catch (AuthException e) {
            problems.add(new PolicyProblem(file, "", plain(e), "correct the text of the rule"));
        }
        return written;
    }

    static Optional<Schema> schema(String text, List<PolicyProblem> problems) {
        try {
            return Optional.of(Schema.parse(JsonOrCedar.Cedar, text));
        } catch (AuthException e) {
            problems.add(new PolicyProblem(SCHEMA, "", plain(e), "correct the schema"));
            return Optional.empty();
        }
    }

    static PolicySet assemble(List<Written> rules) {
        Set<Policy> named = new LinkedHashSet<>();
        for (Written rule : rules) {
            named.add(new Policy(rule.source(), rule.id()));
        }
        return new PolicySet(named);
    }

    /** What Cedar's validator says of the rules, each word once. */
    static void validate(Schema schema, List<Written> rules, List<PolicyProblem> problems) {
        Map<String, String> files = new LinkedHashMap<>();
        rules.forEach(rule -> files.put(rule.id(), rule.file()));
        Set<PolicyProblem> found = new LinkedHashSet<>();
        try {
            ValidationResponse response =
                    new BasicAuthorizationEngine().validate(new ValidationRequest(schema, assemble(rules)));
            response.success.ifPresent(done -> {
                done.validationErrors.forEach(one -> found.add(problem(files, one)));
                done.validationWarnings.forEach(one -> found.add(problem(files, one)));
            });
            response.errors.ifPresent(all -> all.forEach(one -> found.add(
                    new PolicyProblem(SCHEMA, "", sentence(one.message), one.help.orElse("correct the schema")))));
        } catch (AuthException e) {
            found.add(new PolicyProblem(SCHEMA, "", plain(e), "correct the schema or the rules"));
        }
        problems.addAll(found);
    }

    private static PolicyProblem problem(Map<String, String> files, ValidationResponse.ValidationError one) {
        DetailedError error = one.getError();
        String id = one.getPolicyId();
        return new PolicyProblem(
                files.getOrDefault(id, SCHEMA), id, sentence(error.message), error.help.orElse("correct the rule"));
    }

    private static String sentence(String message) {
        return message.replaceFirst("^for policy `[^`]*`[:,] ", "");
    }

    private static String plain(AuthException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^(Internal error: |Internal JNI Error: )+", "");
    }
}
