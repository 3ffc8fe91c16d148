package confidant.core.request;

import confidant.core.BadRequest;
import confidant.model.Personal;
import confidant.policy.Jurisdiction.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as its steps tell it. Immutable; {@link #then} says which step may follow.
 *
 * @param steps never empty; the first is {@link Move#RECEIVED} with what the client said
 */
public record ClientRequest(Request kind, List<RequestStep> steps) {

    public ClientRequest {
        steps = List.copyOf(steps);
    }

    static ClientRequest received(Request kind, Personal<String> text, Instant at, String way) {
        return new ClientRequest(kind, List.of(new RequestStep(Move.RECEIVED, at, way, text)));
    }

    /** What the client said. */
    public Personal<String> text() {
        return steps.get(0).words();
    }

    public Instant received() {
        return steps.get(0).at();
    }

    public boolean open() {
        return !last().last();
    }

    /** The client was asked for something that is not there yet. */
    public boolean waiting() {
        return open() && asks().orElse(Move.CLEARED) == Move.ASKED;
    }

    /** The jurisdiction that the officer named, if they did. */
    public Optional<String> law() {
        return steps.stream()
                .filter(step -> step.move() == Move.LAW)
                .map(RequestStep::detail)
                .reduce((first, second) -> second);
    }

    /** The request after one more step; {@code BadRequest} if it cannot follow or says what such a step does not. */
    ClientRequest then(RequestStep step) {
        String no = refusal(step);
        if (!no.isEmpty()) {
            throw new BadRequest(no);
        }
        List<RequestStep> more = new ArrayList<>(steps);
        more.add(step);
        return new ClientRequest(kind, more);
    }

    private String refusal(RequestStep step) {
        Move move = step.move();
        if (!open()) {
            return "the request is closed (the client may make a new one)";
        }
        if (move == Move.RECEIVED) {
            return "a request is received once";
        }
        if (!move.details().isEmpty() && !move.details().contains(step.detail())) {
            return "this step says one of " + move.details().stream().sorted().collect(Collectors.joining(", "));
        }
        if (move == Move.ASKED && waiting()) {
            return "the client was asked already (wait for what they say)";
        }
        if (move == Move.CLEARED && !waiting()) {
            return "the client was not asked for anything";
        }
        if (move == Move.REFUSED && step.detail().equals("identity") && !waiting()) {
            return "who they are can be no ground before they were asked (ask first)";
        }
        if (move == Move.EXTENDED && steps.stream().anyMatch(one -> one.move() == Move.EXTENDED)) {
            return "the time is prolonged once at most";
        }
        return move.owesWords() && step.words().reveal().isBlank() ? "the client is owed words (write some)" : "";
    }

    private Move last() {
        return steps.get(steps.size() - 1).move();
    }

    private Optional<Move> asks() {
        return steps.stream()
                .map(RequestStep::move)
                .filter(move -> move == Move.ASKED || move == Move.CLEARED)
                .reduce((first, second) -> second);
    }

    /** What the client was asked for last; empty if they never were. */
    Optional<String> asked() {
        return steps.stream()
                .filter(step -> step.move() == Move.ASKED)
                .map(RequestStep::detail)
                .reduce((first, second) -> second);
    }

    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", kind.name());
        for (int i = 0; i < steps.size(); i++) {
            fields.put("step." + i, steps.get(i).line());
            fields.put("words." + i, steps.get(i).words().reveal());
        }
        return fields;
    }

    static ClientRequest of(Map<String, String> fields) {
        List<RequestStep> steps = new ArrayList<>();
        for (String line; (line = fields.get("step." + steps.size())) != null; ) {
            steps.add(RequestStep.of(line, fields.getOrDefault("words." + steps.size(), "")));
        }
        return new ClientRequest(Request.valueOf(fields.getOrDefault("kind", "")), steps);
    }
}
