package confidant.policy;

import confidant.model.Actor;
import confidant.model.ConsentStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One question in the words of the golden tables.
 *
 * @param what the class of data
 * @param pool {@code own} or {@code other}
 */
public record Inquiry(String role, String act, String what, String purpose, String pool, String consent) {

    /**
     * A word that nobody knows.
     *
     * @param place the column of the golden tables that it stands in
     * @param known what there is to choose from, in the order of the house
     */
    public record Unknown(String place, String word, List<String> known) {}

    /** Every word that these policies do not know; empty when the question can be asked. */
    public List<Unknown> unknown(PolicySet policies) {
        List<Unknown> unknown = new ArrayList<>();
        read(policies, unknown);
        return unknown;
    }

    /** @throws IllegalArgumentException if {@link #unknown} is not empty */
    Cell cell(PolicySet policies) {
        return read(policies, new ArrayList<>())
                .orElseThrow(() -> new IllegalArgumentException("a word of the question is not known"));
    }

    private Optional<Cell> read(PolicySet policies, List<Unknown> unknown) {
        var roles = pick("role", role, List.of(Actor.Role.values()), Actor.Role::word, unknown);
        var acts = pick("act", act, List.of(Act.values()), Inquiry::word, unknown);
        var classes = pick("class", what, policies.facts().classes().keySet(), one -> one.id(), unknown);
        var purposes = pick("purpose", purpose, policies.purposeIds(), one -> one.id(), unknown);
        var pools = pick("pool", pool, List.of(true, false), own -> own ? "own" : "other", unknown);
        var states = pick("consent", consent, Arrays.asList(ConsentStatus.values()), Inquiry::word, unknown);
        return unknown.isEmpty()
                ? Optional.of(new Cell(
                        roles.orElseThrow(),
                        acts.orElseThrow(),
                        classes.orElseThrow(),
                        purposes.orElseThrow(),
                        pools.orElseThrow(),
                        states.orElseThrow()))
                : Optional.empty();
    }

    private static <T> Optional<T> pick(
            String place, String wanted, Collection<T> all, Function<T, String> word, List<Unknown> unknown) {
        Optional<T> found =
                all.stream().filter(one -> word.apply(one).equals(wanted)).findFirst();
        if (found.isEmpty()) {
            unknown.add(new Unknown(place, wanted, all.stream().map(word).toList()));
        }
        return found;
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
