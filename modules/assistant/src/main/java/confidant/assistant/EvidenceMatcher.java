package confidant.assistant;

import confidant.assistant.Classifier.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches by two witnesses that must agree: how much of the question's weight one phrasing of the entry covers, and a
 * maximum entropy model trained on all phrasings against lines that no FAQ covers. A question that also talks about
 * something else is not covered, however well a part of it fits.
 */
final class EvidenceMatcher implements FaqMatcher {
    private static final String NONE = "-none-";
    private static final double SURE = 0.4;
    private static final double MARGIN = 0.08;
    /** The share of what was asked that the entry must know, however well one phrasing fits. */
    private static final double LEAST_KNOWN = 0.55;
    /** A word that no entry knows may be the point of the question, or a turn of phrase. */
    private static final double UNKNOWN = 0.7;
    /** A single character left between known words is rarely the subject. */
    private static final double LONE_CHARACTER = 0.2;

    private static final double SUPPORT = 0.4;

    private final Terms terms;
    private final Map<String, Double> weights = new HashMap<>();
    private final List<Phrasing> phrasings = new ArrayList<>();
    private final Map<FaqEntry, Set<String>> vocabulary = new HashMap<>();
    private final Optional<Classifier> classifier;
    private final double unknown;

    private record Phrasing(FaqEntry entry, Set<String> terms) {}

    private record Scored(FaqEntry entry, double score, double known) {}

    EvidenceMatcher(Faq faq, Terms terms) {
        this.terms = terms;
        List<Example> examples = new ArrayList<>();
        Map<String, Set<String>> entriesOf = new HashMap<>();
        for (FaqEntry entry : faq.entries()) {
            for (String question : entry.questions()) {
                List<String> read = terms.of(question);
                if (!read.isEmpty()) {
                    phrasings.add(new Phrasing(entry, new HashSet<>(read)));
                    vocabulary.computeIfAbsent(entry, k -> new HashSet<>()).addAll(read);
                    examples.add(new Example(entry.id(), features(read)));
                    read.forEach(term -> entriesOf
                            .computeIfAbsent(term, k -> new HashSet<>())
                            .add(entry.id()));
                }
            }
        }
        int size = faq.entries().size();
        entriesOf.forEach((term, ids) -> weights.put(term, rarity(size, ids.size())));
        unknown = UNKNOWN * rarity(size, 0);
        for (String file : List.of("offtopic-en.txt", "offtopic-zh.txt")) {
            Shelf.lines(file).forEach(line -> examples.add(new Example(NONE, features(terms.of(line)))));
        }
        classifier = faq.entries().isEmpty() ? Optional.empty() : Optional.of(Classifier.train(examples, 60));
    }

    private static double rarity(int entries, int having) {
        return Math.log((entries + 1.5) / (having + 0.5));
    }

    @Override
    public Optional<Match> best(String text) {
        List<String> read = terms.of(text);
        if (read.isEmpty() || classifier.isEmpty()) {
            return Optional.empty();
        }
        Set<String> asked = new HashSet<>(read);
        Map<String, Double> chances = classifier.get().read(features(read));
        List<Scored> scored = new ArrayList<>();
        double all = weight(asked);
        cover(asked).forEach((entry, cover) -> {
            Set<String> common = new HashSet<>(vocabulary.getOrDefault(entry, Set.of()));
            common.retainAll(asked);
            if (common.stream().allMatch(term -> term.startsWith(Terms.SUPPORTING))) {
                return;
            }
            double known = weight(common) / all;
            double fit = 0.6 * cover + 0.4 * known;
            scored.add(new Scored(entry, fit * (0.6 + 0.4 * chances.getOrDefault(entry.id(), 0.0)), known));
        });
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        if (scored.isEmpty()) {
            return Optional.empty();
        }
        Scored first = scored.get(0);
        double margin = scored.size() == 1 ? 1 : first.score() - scored.get(1).score();
        boolean sure = first.score() >= SURE
                && first.known() >= LEAST_KNOWN
                && margin >= MARGIN
                && asked.stream().noneMatch(this::elsewhere)
                && chances.getOrDefault(NONE, 0.0) < 0.5;
        return Optional.of(new Match(first.entry(), first.score(), sure));
    }

    /** Whether a term talks of another thing, and no entry of this house does. */
    private boolean elsewhere(String term) {
        return term.startsWith(Terms.ELSEWHERE) && !weights.containsKey(term);
    }

    /** For each entry the best phrasing's weighted overlap with what was asked, 0 to 1. */
    private Map<FaqEntry, Double> cover(Set<String> asked) {
        Map<FaqEntry, Double> cover = new HashMap<>();
        double all = weight(asked);
        for (Phrasing phrasing : phrasings) {
            double shared = 0;
            for (String term : phrasing.terms()) {
                shared += asked.contains(term) ? weight(term) : 0;
            }
            if (shared > 0) {
                // What was asked must be covered; what the phrasing has beyond it matters less.
                double fit = 0.75 * shared / all + 0.25 * shared / weight(phrasing.terms());
                cover.merge(phrasing.entry(), fit, Math::max);
            }
        }
        return cover;
    }

    private double weight(Set<String> some) {
        return some.stream().mapToDouble(this::weight).sum();
    }

    private double weight(String term) {
        boolean lone = term.length() == 1 && Lexicon.isHan(term);
        double share = lone ? LONE_CHARACTER : term.startsWith(Terms.SUPPORTING) ? SUPPORT : 1;
        return share * weights.getOrDefault(term, unknown);
    }

    /** Terms, and pairs of them, so that `return` with `policy` differs from either. */
    private static List<String> features(List<String> terms) {
        List<String> features = new ArrayList<>(terms);
        for (int i = 1; i < terms.size(); i++) {
            features.add(terms.get(i - 1) + "+" + terms.get(i));
        }
        return features;
    }
}
