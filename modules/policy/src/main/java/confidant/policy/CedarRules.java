package confidant.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.Value;
import confidant.model.DataClass;
import confidant.model.Purpose;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the Cedar rules one question at a time. Thread-safe; about a quarter of a millisecond each, and next to nothing for one
 * that cannot be answered otherwise than one before ({@link RuleScope}).
 */
final class CedarRules {
    private static final EntityTypeName ROLE = type("Role");
    private static final EntityTypeName ACTION = type("Action");
    private static final EntityTypeName PURPOSE = type("Purpose");
    private static final EntityTypeName BASIS = type("Basis");
    private static final EntityTypeName CLASS = type("Class");

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;
    private final Map<DataClass, Entity> classes = new HashMap<>();
    private final Map<Purpose, Entity> purposes = new HashMap<>();
    private final Map<String, RuleScope> scopes = new TreeMap<>();
    private final Map<DataClass, DataClassInfo> known;
    private final Map<View, Answer> answers = new ConcurrentHashMap<>();

    /** What the rules see of a question: those that are written for it, and the values that they look at. */
    private record View(Set<String> rules, Map<RuleScope.Part, Object> values) {}

    /** @param rules the ids that decided: those that permit, or those that forbid; empty when no rule spoke */
    record Answer(boolean allowed, SortedSet<String> rules) {}

    CedarRules(List<CedarText.Written> rules, Facts facts) {
        this.policies = CedarText.assemble(rules);
        this.known = facts.classes();
        facts.classes().values().forEach(one -> classes.put(one.id(), entity(one)));
        facts.purposes().values().forEach(one -> purposes.put(one.purpose(), entity(one)));
        try {
            for (Policy rule : policies.policies) {
                scopes.put(rule.getID(), RuleScope.of(rule.toJson()));
            }
            policies.cache();
        } catch (InternalException e) {
            throw new IllegalStateException("cedar cannot write a rule that it has read", e);
        } catch (CacheException e) {
            throw new IllegalStateException("cedar cannot keep the rules, give the process a writable temp folder", e);
        }
    }

    Answer ask(Case asked, String action) {
        return answers.computeIfAbsent(view(asked, action), view -> askCedar(asked, action));
    }

    private View view(Case asked, String action) {
        DataClassInfo info = known.get(asked.what());
        Set<String> names = new HashSet<>(info == null ? List.of() : info.groups());
        names.add(asked.what().id());
        RuleScope.Asked question =
                new RuleScope.Asked(asked, action, names, info == null ? List.of() : info.purposes());
        Set<String> rules = new HashSet<>();
        Map<RuleScope.Part, Object> values = new EnumMap<>(RuleScope.Part.class);
        scopes.forEach((id, scope) -> {
            if (scope.covers(question)) {
                rules.add(id);
                scope.parts().forEach(part -> values.computeIfAbsent(part, look -> look.of(question)));
            }
        });
        return new View(rules, values);
    }

    /** The answer of Cedar itself. */
    Answer askCedar(Case asked, String action) {
        Map<String, Value> context = Map.of(
                "purpose", PURPOSE.of(asked.purpose().id()),
                "ownPool", new PrimBool(asked.ownPool()),
                "consented", new PrimBool(asked.consented()));
        try {
            return answer(engine.isAuthorized(
                    new AuthorizationRequest(
                            ROLE.of(asked.role().word()),
                            ACTION.of(action),
                            CLASS.of(asked.what().id()),
                            Optional.of(context),
                            Optional.empty(),
                            false),
                    policies,
                    spokenOf(asked)));
        } catch (AuthException e) {
            throw new IllegalStateException("cedar could not decide", e);
        }
    }

    private static Answer answer(AuthorizationResponse response) {
        AuthorizationSuccessResponse done =
                response.success.orElseThrow(() -> new IllegalStateException("cedar could not decide"));
        // INVARIANT: a rule that fails while it is asked is left out by Cedar, and a lost forbid must never become a
        // yes.
        if (!done.getErrors().isEmpty()) {
            throw new IllegalStateException("a rule failed while it was asked");
        }
        return new Answer(done.isAllowed(), new TreeSet<>(done.getReason()));
    }

    /** Only what the question speaks of: Cedar is handed the entities as JSON each time. */
    private Entities spokenOf(Case asked) {
        return new Entities(Stream.of(classes.get(asked.what()), purposes.get(asked.purpose()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private static Entity entity(PurposeInfo one) {
        String basis = one.basis().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Entity(PURPOSE.of(one.purpose().id()), Set.of(BASIS.of(basis)));
    }

    private static Entity entity(DataClassInfo one) {
        List<Value> serves =
                one.purposes().stream().<Value>map(p -> PURPOSE.of(p.id())).toList();
        Set<EntityUID> groups = new HashSet<>();
        one.groups().forEach(group -> groups.add(CLASS.of(group)));
        return new Entity(CLASS.of(one.id().id()), Map.of("purposes", new CedarList(serves)), groups);
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
