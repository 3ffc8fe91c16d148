package confidant.policy;

import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo.Basis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The compiled view of one policy set: one place for each case, filled when it is first asked for, and from then on a look
 * into an array. Thread-safe: decisions are immutable, and two threads that fill one place write the same.
 */
final class DecisionTable {
    private static final int ROLES = Actor.Role.values().length;
    private static final int ACTS = Act.values().length;
    private static final int BITS = 4;
    private static final String EXACT = "readExact";
    private static final String GENERAL = "readGeneral";
    private static final String PRESENCE = "readPresence";
    private static final String BREAK = "breakGlass";

    private final PolicySet policies;
    private final Map<DataClass, Integer> classes = new HashMap<>();
    private final Map<Purpose, Integer> purposes = new HashMap<>();
    private final boolean[] asks;
    private final @Nullable Decision[] places;

    DecisionTable(PolicySet policies) {
        this.policies = policies;
        policies.classes().forEach(one -> classes.put(one.id(), classes.size()));
        policies.purposeIds().forEach(one -> purposes.put(one, purposes.size()));
        this.asks = new boolean[purposes.size()];
        purposes.forEach((purpose, at) -> asks[at] = policies.basis(purpose) == Basis.CONSENT);
        this.places = new Decision[classes.size() * purposes.size() * ROLES * ACTS * BITS];
    }

    PolicySet policies() {
        return policies;
    }

    /** The decision, or a refusal by default where class or purpose is not listed. */
    Decision decide(Cell cell) {
        return decide(
                cell.role(),
                cell.act(),
                cell.what(),
                cell.purpose(),
                cell.ownPool(),
                cell.consent().valid());
    }

    Decision decide(Case asked) {
        return decide(asked.role(), asked.act(), asked.what(), asked.purpose(), asked.ownPool(), asked.consented());
    }

    /** @param valid whether the client's consent is valid; not looked at for purposes on another basis */
    Decision decide(Actor.Role role, Act act, DataClass what, Purpose purpose, boolean own, boolean valid) {
        Integer of = classes.get(what);
        Integer why = purposes.get(purpose);
        if (of == null || why == null) {
            return Decision.UNLISTED;
        }
        boolean consented = valid && asks[why];
        int place = (of * purposes.size() + why) * ROLES + role.ordinal();
        place = (place * ACTS + act.ordinal()) * BITS + (own ? 2 : 0) + (consented ? 1 : 0);
        Decision before = places[place];
        if (before != null) {
            return before;
        }
        Decision fresh = compute(new Case(role, act, what, purpose, own, consented));
        places[place] = fresh;
        return fresh;
    }

    /** Every case of every class under the purposes it may serve. */
    List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (DataClassInfo what : policies.classes()) {
            for (Purpose purpose : what.purposes().isEmpty() ? policies.purposeIds() : what.purposes()) {
                for (Actor.Role role : Actor.Role.values()) {
                    for (Act act : Act.values()) {
                        cases(role, act, what.id(), purpose, all);
                    }
                }
            }
        }
        return all;
    }

    private void cases(Actor.Role role, Act act, DataClass what, Purpose purpose, List<Case> all) {
        for (boolean own : new boolean[] {true, false}) {
            all.add(new Case(role, act, what, purpose, own, false));
            if (policies.basis(purpose) == Basis.CONSENT) {
                all.add(new Case(role, act, what, purpose, own, true));
            }
        }
    }

    /** Every case of the purpose that is permitted at best. */
    List<Grant> grants(Purpose purpose) {
        List<Grant> grants = new ArrayList<>();
        for (DataClassInfo what : policies.classes()) {
            if (what.purposes().contains(purpose)) {
                for (Actor.Role role : Actor.Role.values()) {
                    for (Act act : Act.values()) {
                        grant(role, act, what.id(), purpose).ifPresent(grants::add);
                    }
                }
            }
        }
        return grants;
    }

    private Optional<Grant> grant(Actor.Role role, Act act, DataClass what, Purpose purpose) {
        Decision own = decide(role, act, what, purpose, true, true);
        Decision any = decide(role, act, what, purpose, false, true);
        // What is permitted in other pools alone would be a strange rule, and is no less permitted.
        Decision best = own.permitted() ? own : any;
        return best.permitted()
                ? Optional.of(new Grant(role, act, what, best.precision(), best.rule(), any.permitted()))
                : Optional.empty();
    }

    private Decision compute(Case asked) {
        Decision decision = evaluate(asked);
        if (decision.permitted() || asked.consented() || policies.basis(asked.purpose()) != Basis.CONSENT) {
            return decision;
        }
        // Asking the client helps only if consent is the one thing that is missing; otherwise name what would still
        // stand.
        Decision withConsent = decide(asked.withConsent());
        String remedy = policies.marked(asked.purpose()) ? Decision.NO_REMEDY : Decision.ASK_CONSENT;
        return withConsent.permitted() ? Decision.refuse(decision.rule(), remedy) : withConsent;
    }

    /** What the schema calls an act, in the order in which it is asked. */
    static List<String> actions(Act act) {
        return switch (act) {
            case READ -> List.of(EXACT, GENERAL, PRESENCE);
            case BREAK -> List.of(BREAK);
            default -> List.of(act.name().toLowerCase(Locale.ROOT));
        };
    }

    private Decision evaluate(Case asked) {
        if (asked.act() != Act.READ) {
            Precision precision = asked.act() == Act.AUDIT ? Precision.PRESENCE : Precision.EXACT;
            return evaluate(asked, actions(asked.act()).get(0), precision);
        }
        Decision sharpest = evaluate(asked, EXACT, Precision.EXACT);
        if (sharpest.permitted()) {
            return sharpest;
        }
        Decision general = evaluate(asked, GENERAL, Precision.GENERAL);
        if (general.permitted()) {
            return general;
        }
        Decision presence = evaluate(asked, PRESENCE, Precision.PRESENCE);
        return presence.permitted() ? presence : sharpest;
    }

    private Decision evaluate(Case asked, String action, Precision precision) {
        CedarRules.Answer answer = policies.cedar().ask(asked, action);
        if (!answer.allowed()) {
            return Decision.refuse(first(answer.rules()), Decision.NO_REMEDY);
        }
        if (precision != Precision.GENERAL) {
            return Decision.permit(first(answer.rules()), precision, "");
        }
        return bluntest(answer.rules())
                .map(rule -> Decision.permit(rule, precision, policies.transform(rule)))
                .orElseGet(() -> Decision.refuse(Decision.DEFAULT_DENY, Decision.NO_REMEDY));
    }

    private Optional<String> bluntest(SortedSet<String> rules) {
        return rules.stream()
                .filter(rule -> Blunt.known(policies.transform(rule)))
                .max(Comparator.comparing(policies::transform, Blunt::compare));
    }

    private static String first(SortedSet<String> rules) {
        return rules.isEmpty() ? Decision.DEFAULT_DENY : rules.first();
    }
}
