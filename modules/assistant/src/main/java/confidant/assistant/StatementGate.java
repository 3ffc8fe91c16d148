package confidant.assistant;

import confidant.assistant.Classifier.Example;
import confidant.assistant.Places.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Does a clause state one of our kinds of fact about its author? One model for each language, trained at start on the
 * project's own lines, in which dates and places are replaced by placeholders so that the model learns the statement and
 * not the values.
 */
final class StatementGate {
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private final Places places;
    private final Classifier english;
    private final Classifier chinese;

    StatementGate(Places places) {
        this.places = places;
        english = train("spots-en.txt");
        chinese = train("spots-zh.txt");
    }

    private Classifier train(String file) {
        List<Example> examples = new ArrayList<>();
        Shelf.sections(file).forEach((label, lines) -> {
            for (String line : lines) {
                String plain = Folding.plain(line);
                String folded = Folding.same(plain);
                examples.add(
                        new Example(label, features(folded, Days.find(folded, ANY_DAY), places.find(plain, folded))));
            }
        });
        return Classifier.train(examples, 80);
    }

    /** The chance of each kind's id. */
    Map<String, Double> read(Clause clause, List<Day> days, List<Place> found) {
        Classifier model = Lexicon.hasHan(clause.folded()) ? chinese : english;
        return model.read(features(clause.folded(), days, found));
    }

    private static List<String> features(String folded, List<Day> days, List<Place> places) {
        record Gap(int start, int end, String name) {}
        List<Gap> gaps = new ArrayList<>();
        days.forEach(day -> gaps.add(new Gap(day.start(), day.end(), day.day().isPresent() ? " xdate " : " xmonth ")));
        for (Place place : places) {
            if (days.stream().noneMatch(day -> day.start() < place.end() && place.start() < day.end())) {
                gaps.add(new Gap(place.start(), place.end(), " xplace "));
            }
        }
        gaps.sort(Comparator.comparingInt(Gap::start));
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Gap gap : gaps) {
            text.append(folded, at, gap.start()).append(gap.name());
            at = gap.end();
        }
        return Features.of(text.append(folded.substring(at)).toString());
    }
}
