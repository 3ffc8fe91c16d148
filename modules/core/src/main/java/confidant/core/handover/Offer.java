package confidant.core.handover;

import confidant.model.ClientId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A hand-over that was offered to a client, and how far it has come. What is asked of a client lives in one paper of theirs;
 * each step of it is a condition on the version before, so it is the record by which a step that was cut off is taken again.
 *
 * @param number which offer to this client it is, from 1
 * @param until when it ends; until then the choice can be made and changed
 * @param reminded whether the one reminder was sent, or will not be
 * @param choice what the client chose last; empty while they have not
 * @param next who the client becomes; present from {@link State#MOVING} on
 * @param seen up to which number of the conversation it was seen what goes along
 * @param at when the state was reached
 */
public record Offer(
        State state,
        int number,
        Reason reason,
        Instant offered,
        Instant until,
        boolean reminded,
        Optional<Choice> choice,
        Optional<Ref> next,
        long seen,
        Instant at) {

    /** How far it has come. */
    public enum State {
        /** The client may choose. */
        OPEN(true),
        /** What goes along is being sealed for the next concierge; nobody is reached there yet. */
        MOVING(true),
        /** Whoever writes is with the next concierge; the old side is still to be closed. */
        MOVED(true),
        /** All is over there; the old side is being closed. */
        CLOSING(true),
        /** The client erased everything meanwhile: what was made of it elsewhere is being erased too. */
        DROPPING(true),
        /** Done. */
        DONE(false),
        /** The client chose to stay. */
        STAYED(false),
        /** Nobody chose in time: nothing went. */
        LAPSED(false);

        private final boolean open;

        State(boolean open) {
            this.open = open;
        }

        /** Whether something is still to be done. */
        boolean open() {
            return open;
        }

        /** As it is called outside: how it is carried out is nobody's matter there. */
        public String word() {
            return switch (this) {
                case OPEN -> "open";
                case MOVING -> "moving";
                case MOVED, CLOSING, DONE -> "done";
                case STAYED -> "stayed";
                case DROPPING, LAPSED -> "lapsed";
            };
        }
    }

    /** Why a concierge asks. */
    public enum Reason {
        LEAVE,
        LEAVING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the client chose.
     *
     * @param to the pool of the next concierge; empty to stay
     * @param purposes whose tags and consent go along
     * @param words whether the conversation goes along
     */
    public record Choice(Optional<PoolId> to, Set<Purpose> purposes, boolean words) {
        public static final Choice STAY = new Choice(Optional.empty(), Set.of(), false);

        public Choice {
            purposes = Set.copyOf(purposes);
        }

        private String list() {
            return new TreeSet<>(purposes).stream().map(Purpose::id).collect(Collectors.joining(","));
        }
    }

    static Offer first(int number, Reason reason, Instant now, Instant until) {
        return new Offer(State.OPEN, number, reason, now, until, false, Optional.empty(), Optional.empty(), 0, now);
    }

    boolean is(State one) {
        return state == one;
    }

    Offer choose(Choice chosen) {
        return new Offer(state, number, reason, offered, until, reminded, Optional.of(chosen), next, seen, at);
    }

    Offer remind() {
        return new Offer(state, number, reason, offered, until, true, choice, next, seen, at);
    }

    Offer to(State later, Instant now) {
        return new Offer(later, number, reason, offered, until, reminded, choice, next, seen, now);
    }

    /** The beginning of the move; the id is written down before anything is made under it. */
    Offer moving(ClientId id, long last, Instant now) {
        PoolId pool = choice.flatMap(Choice::to).orElseThrow();
        return new Offer(
                State.MOVING,
                number,
                reason,
                offered,
                until,
                reminded,
                choice,
                Optional.of(new Ref(pool, id)),
                last,
                now);
    }

    Offer moved(long last, Instant now) {
        return new Offer(State.MOVED, number, reason, offered, until, reminded, choice, next, last, now);
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", state.name());
        fields.put("number", Integer.toString(number));
        fields.put("reason", reason.name());
        fields.put("offered", offered.toString());
        fields.put("until", until.toString());
        fields.put("reminded", Boolean.toString(reminded));
        choice.ifPresent(chosen -> {
            fields.put("choice", chosen.to().map(PoolId::toString).orElse(""));
            fields.put("purposes", chosen.list());
            fields.put("words", Boolean.toString(chosen.words()));
        });
        next.ifPresent(ref -> {
            fields.put("nextPool", ref.pool().toString());
            fields.put("next", ref.client().toString());
        });
        fields.put("seen", Long.toString(seen));
        fields.put("at", at.toString());
        return fields;
    }

    static Offer of(Map<String, String> fields) {
        Optional<Choice> choice = Optional.ofNullable(fields.get("choice"))
                .map(to -> new Choice(
                        to.isEmpty() ? Optional.empty() : Optional.of(PoolId.parse(to)),
                        Arrays.stream(need(fields, "purposes").split(","))
                                .filter(id -> !id.isEmpty())
                                .map(Purpose::new)
                                .collect(Collectors.toSet()),
                        Boolean.parseBoolean(need(fields, "words"))));
        Optional<Ref> next = Optional.ofNullable(fields.get("next"))
                .map(id -> new Ref(PoolId.parse(need(fields, "nextPool")), ClientId.parse(id)));
        return new Offer(
                State.valueOf(need(fields, "state")),
                Integer.parseInt(need(fields, "number")),
                Reason.valueOf(need(fields, "reason")),
                Instant.parse(need(fields, "offered")),
                Instant.parse(need(fields, "until")),
                Boolean.parseBoolean(need(fields, "reminded")),
                choice,
                next,
                Long.parseLong(need(fields, "seen")),
                Instant.parse(need(fields, "at")));
    }

    private static String need(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an offer without `" + name + "`");
        }
        return value;
    }
}
