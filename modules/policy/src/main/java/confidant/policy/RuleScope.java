package confidant.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which questions a rule is written for, and which parts of one its conditions look at, read from Cedar's JSON form of the
 * rule (Cedar Policy Language Reference, «JSON policy format»). Two questions for which the same rules are written, and that
 * agree in every part those look at, cannot be answered differently. What is not understood counts as looked at.
 */
final class RuleScope {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The actions that stand for themselves; any other name is a group of them. */
    private static final Set<String> ACTIONS = Stream.of(Act.values())
            .flatMap(act -> DecisionTable.actions(act).stream())
            .collect(Collectors.toSet());

    private static final Map<String, EnumSet<Part>> PARTS = Map.of(
            "principal", EnumSet.of(Part.ROLE),
            "action", EnumSet.of(Part.ACTION),
            "resource", EnumSet.of(Part.CLASS),
            "resource.purposes", EnumSet.of(Part.SERVES),
            "context", EnumSet.of(Part.PURPOSE, Part.POOL, Part.CONSENT),
            "context.purpose", EnumSet.of(Part.PURPOSE),
            "context.ownPool", EnumSet.of(Part.POOL),
            "context.consented", EnumSet.of(Part.CONSENT));

    private final Set<String> roles = new HashSet<>();
    private final Set<String> actions = new HashSet<>();
    private final Set<String> classes = new HashSet<>();
    private final EnumSet<Part> parts = EnumSet.noneOf(Part.class);

    /** What a condition can look at. */
    enum Part {
        ROLE(asked -> asked.one().role()),
        ACTION(Asked::action),
        CLASS(asked -> asked.one().what()),
        SERVES(Asked::serves),
        PURPOSE(asked -> asked.one().purpose()),
        POOL(asked -> asked.one().ownPool()),
        CONSENT(asked -> asked.one().consented());

        private final Function<Asked, Object> value;

        Part(Function<Asked, Object> value) {
            this.value = value;
        }

        Object of(Asked asked) {
            return value.apply(asked);
        }
    }

    /**
     * A question as Cedar is asked it.
     *
     * @param names the class and its groups
     * @param serves the purposes that the class lists
     */
    record Asked(Case one, String action, Set<String> names, List<?> serves) {}

    private RuleScope() {}

    /** @param json one rule as {@code Policy.toJson} writes it */
    static RuleScope of(String json) {
        try {
            JsonNode rule = JSON.readTree(json);
            RuleScope scope = new RuleScope();
            scope.named(rule.path("principal"), "principal", scope.roles);
            scope.named(rule.path("action"), "action", scope.actions);
            scope.named(rule.path("resource"), "resource", scope.classes);
            scope.look(rule.path("conditions"));
            return scope;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cedar wrote a rule that is no JSON", e);
        }
    }

    /** Whether the rule can have a say; false only if Cedar would pass it over for its head alone. */
    boolean covers(Asked asked) {
        return (roles.isEmpty() || roles.contains(asked.one().role().word()))
                && (actions.isEmpty() || actions.contains(asked.action()))
                && (classes.isEmpty() || asked.names().stream().anyMatch(classes::contains));
    }

    Set<Part> parts() {
        return parts;
    }

    // An empty set of names stands for all there are.
    private void named(JsonNode head, String word, Set<String> names) {
        Set<String> ids = new HashSet<>();
        head.findValues("id").forEach(id -> ids.add(id.asText()));
        String op = head.path("op").asText().toLowerCase(Locale.ROOT);
        boolean plain = op.equals("==") || op.equals("in") && !word.equals("principal");
        if (plain && !ids.isEmpty() && (!word.equals("action") || ACTIONS.containsAll(ids))) {
            names.addAll(ids);
        } else if (!op.equals("all")) {
            look(word);
        }
    }

    private void look(JsonNode node) {
        JsonNode got = node.path(".");
        String from = got.path("left").path("Var").asText();
        if (node.path("Var").isTextual()) {
            look(node.path("Var").asText());
        } else if (!from.isEmpty()) {
            String path = from + "." + got.path("attr").asText();
            look(PARTS.containsKey(path) ? path : from);
        } else {
            StreamSupport.stream(node.spliterator(), false).forEach(this::look);
        }
    }

    private void look(String word) {
        parts.addAll(PARTS.getOrDefault(word, EnumSet.allOf(Part.class)));
    }
}
