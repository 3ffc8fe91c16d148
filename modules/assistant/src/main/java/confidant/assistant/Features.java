package confidant.assistant;

import java.util.ArrayList;
import java.util.List;

/** Features for the classifiers: words, stems and pairs in English; one to three characters in Chinese. Pure. */
final class Features {
    private Features() {}

    static List<String> of(String text) {
        List<String> units = Lexicon.units(text);
        List<String> features = new ArrayList<>();
        String before = "^";
        String beforeThat = "^";
        for (String unit : units) {
            features.add(unit);
            features.add(before + "_" + unit);
            if (Lexicon.isHan(unit)) {
                features.add(beforeThat + "_" + before + "_" + unit);
            } else {
                features.add("s:" + Terms.stem(unit));
            }
            beforeThat = before;
            before = unit;
        }
        if (!units.isEmpty()) {
            features.add(before + "_$");
        }
        return features;
    }
}
