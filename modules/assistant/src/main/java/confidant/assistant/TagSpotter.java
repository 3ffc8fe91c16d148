package confidant.assistant;

import confidant.assistant.Places.Place;
import confidant.core.port.Advisor.Spotted;
import confidant.model.Lang;
import confidant.model.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Proposes facts that a client states about themselves. A clause passes the sensitive gate first; then a rule must read
 * a value, the sentence must speak of its author, and the model must agree. Confidence is the model's chance times the
 * rule's certainty. Thread-safe.
 */
final class TagSpotter {
    /** Below this a proposal would waste the concierge's time more often than help. */
    private static final double LEAST = 0.35;

    private static final int LONGEST = 2_000;

    private final ZoneId zone;
    private final Places places;
    private final StatementGate gate;
    private final Sensitive sensitive = new Sensitive();

    TagSpotter(Places places, ZoneId zone) {
        this.places = places;
        this.gate = new StatementGate(places);
        this.zone = zone;
    }

    List<Spotted> spot(String text, Lang lang, Instant now) {
        // A message longer than this is a document, not talk; reading it would cost more than it brings.
        if (text.length() > LONGEST) {
            return List.of();
        }
        List<Clause> clauses = Clause.split(text);
        // Most messages hold no word that opens a statement; they cost no more than this.
        if (clauses.stream().noneMatch(Kind::anyCue) || sensitive.confided(Folding.fold(text))) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        Map<String, Spotted> spotted = new LinkedHashMap<>();
        Speaker speaker = new Speaker();
        // A journey may owe its reason to the clause beside it, such as an operation.
        boolean delicate = clauses.stream().anyMatch(clause -> sensitive.special(clause.folded()));
        for (Clause clause : clauses) {
            if (!clause.asks() && !sensitive.special(clause.folded())) {
                read(clause, speaker, today).stream()
                        .filter(found -> !delicate || !found.kind().equals(Kind.TRAVEL_PLAN.id()))
                        .forEach(found -> keep(found, spotted));
            }
            speaker.heard(clause);
        }
        return List.copyOf(spotted.values());
    }

    private static void keep(Spotted found, Map<String, Spotted> spotted) {
        spotted.merge(
                found.kind() + " " + found.value().reveal(),
                found,
                (one, two) -> one.confidence() >= two.confidence() ? one : two);
    }

    private record Cue(Kind kind, int start) {}

    private List<Spotted> read(Clause clause, Speaker speaker, LocalDate today) {
        List<Cue> cues = cues(clause, speaker);
        if (cues.isEmpty()) {
            return List.of();
        }
        List<Day> days = Days.find(clause.folded(), today);
        List<Place> named = places.find(clause.plain(), clause.folded());
        Map<String, Double> chances = gate.read(clause, days, named);
        Facts facts = new Facts(today);
        List<Spotted> spotted = new ArrayList<>();
        for (Cue cue : cues) {
            facts.read(cue.kind(), clause, cue.start(), days, named).ifPresent(fact -> {
                double confidence =
                        fact.certainty() * chances.getOrDefault(cue.kind().id(), 0.0);
                if (confidence >= LEAST) {
                    spotted.add(new Spotted(cue.kind().id(), Personal.of(fact.value()), confidence));
                }
            });
        }
        return spotted;
    }

    /** The kinds that the clause may state of its author, each with where its statement opens. */
    private static List<Cue> cues(Clause clause, Speaker speaker) {
        List<Cue> cues = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Matcher cue = kind.cue().matcher(clause.folded());
            if (cue.find() && !kind.spoiled(clause.folded()) && speaker.isAuthor(clause, cue.start())) {
                cues.add(new Cue(kind, cue.start()));
            }
        }
        return cues;
    }
}
