package confidant.core.request;

import confidant.core.BadRequest;
import confidant.model.Personal;
import confidant.policy.Jurisdiction.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request as its steps tell it. Immutable; {@link #then} says which step may follow.
 *
 * @param text what the client said
 * @param answer what the officer said to them at the end; empty before
 * @param steps never empty; the first is {@link Move#RECEIVED}
 */
public record ClientRequest(Request kind, Personal<String> text, Personal<String> answer, List<RequestStep> steps) {

    public ClientRequest {
        steps = List.copyOf(steps);
    }

    static ClientRequest received(Request kind, Personal<String> text, Instant at, String way) {
        return new ClientRequest(kind, text, Personal.of(""), List.of(new RequestStep(Move.RECEIVED, at, way)));
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
    ClientRequest then(RequestStep step, Personal<String> said) {
        String no = refusal(step, said);
        if (!no.isEmpty()) {
            throw new BadRequest(no);
        }
        List<RequestStep> more = new ArrayList<>(steps);
        more.add(step);
        return new ClientRequest(kind, text, step.move().last() ? said : answer, more);
    }

    private String refusal(RequestStep step, Personal<String> said) {
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
        return move.last() && said.reveal().isBlank() ? "the client is owed words (write some)" : "";
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

    Map<String, String> fields() {
        return Map.of(
                "kind",
                kind.name(),
                "text",
                text.reveal(),
                "answer",
                answer.reveal(),
                "steps",
                steps.stream().map(RequestStep::line).collect(Collectors.joining("\n")));
    }

    static ClientRequest of(Map<String, String> fields) {
        return new ClientRequest(
                Request.valueOf(fields.getOrDefault("kind", "")),
                Personal.of(fields.getOrDefault("text", "")),
                Personal.of(fields.getOrDefault("answer", "")),
                Stream.of(fields.getOrDefault("steps", "").split("\n"))
                        .map(RequestStep::of)
                        .toList());
    }
}
