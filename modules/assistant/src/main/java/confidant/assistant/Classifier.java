package confidant.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * An OpenNLP maximum entropy classifier over features that are made outside and handed in as tokens, because OpenNLP
 * loads only feature generators of its own packages. Training is deterministic. Thread-safe.
 */
final class Classifier {
    private final DoccatModel model;

    private Classifier(DoccatModel model) {
        this.model = model;
    }

    /** One training line: its label and its features, of which there must be one at least. */
    record Example(String label, List<String> features) {}

    static Classifier train(List<Example> examples, int iterations) {
        List<DocumentSample> samples = new ArrayList<>();
        for (Example example : examples) {
            if (!example.features().isEmpty()) {
                samples.add(
                        new DocumentSample(example.label(), example.features().toArray(String[]::new)));
            }
        }
        TrainingParameters settings = new TrainingParameters();
        settings.put(TrainingParameters.ALGORITHM_PARAM, "MAXENT");
        settings.put(TrainingParameters.ITERATIONS_PARAM, iterations);
        settings.put(TrainingParameters.CUTOFF_PARAM, 0);
        settings.put("PrintMessages", false);
        try {
            return new Classifier(DocumentCategorizerME.train(
                    "x-unspecified",
                    ObjectStreamUtils.createObjectStream(samples),
                    settings,
                    new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator()})));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The probability of each label; uniform when there is nothing to go by. */
    Map<String, Double> read(List<String> features) {
        // The categorizer is not promised to be thread-safe; the model is immutable and this wrapper is cheap.
        DocumentCategorizerME categorizer = new DocumentCategorizerME(model);
        double[] chances = categorizer.categorize(features.toArray(String[]::new));
        Map<String, Double> read = new HashMap<>();
        for (int i = 0; i < chances.length; i++) {
            read.put(categorizer.getCategory(i), chances[i]);
        }
        return read;
    }
}
