package confidant.assistant;

import confidant.assistant.Classifier.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the intent of a line with one model for each language, trained at start on the project's own lines. */
final class Intents {
    private final Classifier english = train("intents-en.txt");
    private final Classifier chinese = train("intents-zh.txt");

    /** @param chance 0 to 1 */
    record Read(Intent intent, double chance) {}

    private static Classifier train(String file) {
        List<Example> examples = new ArrayList<>();
        Shelf.sections(file)
                .forEach((label, lines) -> lines.forEach(
                        line -> examples.add(new Example(Intent.of(label).label(), Features.of(line)))));
        return Classifier.train(examples, 60);
    }

    Read of(String text) {
        List<String> features = Features.of(text);
        boolean han = Lexicon.hasHan(text);
        Map.Entry<String, Double> top = (han ? chinese : english)
                .read(features).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow();
        return new Read(Intent.of(top.getKey()), features.isEmpty() ? 0 : top.getValue());
    }
}
