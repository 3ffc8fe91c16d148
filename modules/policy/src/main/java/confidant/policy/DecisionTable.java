package confidant.policy;

import confidant.model.Actor;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo.Basis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what the rules said of each case. Thread-safe; two threads may ask the same case twice, with one answer. */
final class DecisionTable {
    private final PolicySet policies;
    private final Map<Case, Decision> known = new ConcurrentHashMap<>();

    DecisionTable(PolicySet policies) {
        this.policies = policies;
    }

    /** INVARIANT: class and purpose are listed, so the table cannot grow without bound. */
    Decision decide(Case asked) {
        Decision before = known.get(asked);
        if (before != null) {
            return before;
        }
        Decision fresh = compute(asked);
        known.put(asked, fresh);
        return fresh;
    }

    /** Every case of every class under the purposes it may serve. */
    List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (DataClassInfo what : policies.classes()) {
            for (Purpose purpose : what.purposes().isEmpty() ? policies.purposeIds() : what.purposes()) {
                for (Actor.Role role : Actor.Role.values()) {
                    for (Act act : Act.values()) {
                        all.addAll(cases(role, act, what, purpose));
                    }
                }
            }
        }
        return all;
    }

    private Collection<Case> cases(Actor.Role role, Act act, DataClassInfo what, Purpose purpose) {
        List<Case> four = new ArrayList<>();
        boolean asks = policies.basis(purpose) == Basis.CONSENT;
        for (boolean own : new boolean[] {true, false}) {
            four.add(new Case(role, act, what.id(), purpose, own, false));
            if (asks) {
                four.add(new Case(role, act, what.id(), purpose, own, true));
            }
        }
        return four;
    }

    private Decision compute(Case asked) {
        Decision decision = evaluate(asked);
        if (decision.permitted() || asked.consented() || policies.basis(asked.purpose()) != Basis.CONSENT) {
            return decision;
        }
        // Asking the client helps only if consent is the one thing that is missing; otherwise name what would still
        // stand.
        Decision withConsent = decide(asked.withConsent());
        return withConsent.permitted() ? Decision.refuse(decision.rule(), Decision.ASK_CONSENT) : withConsent;
    }

    private Decision evaluate(Case asked) {
        if (asked.act() != Act.READ) {
            Precision precision = asked.act() == Act.AUDIT ? Precision.PRESENCE : Precision.EXACT;
            return evaluate(asked, asked.act().name().toLowerCase(Locale.ROOT), precision);
        }
        Decision sharpest = evaluate(asked, "readExact", Precision.EXACT);
        if (sharpest.permitted()) {
            return sharpest;
        }
        Decision general = evaluate(asked, "readGeneral", Precision.GENERAL);
        if (general.permitted()) {
            return general;
        }
        Decision presence = evaluate(asked, "readPresence", Precision.PRESENCE);
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
