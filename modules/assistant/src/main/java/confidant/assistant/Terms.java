package confidant.assistant;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * What a line talks about, as terms: a concept where the front desk's word list knows the phrase ({@code #hours}), else
 * the stem of an English word or pairs of neighbouring Chinese characters. Function words are dropped. Thread-safe.
 */
final class Terms {
    /** Talk about some other thing than the house: its, that hotel, 它, 這家. */
    static final String ELSEWHERE = "#~";

    /** How terms begin that support a match but never make one. */
    static final String SUPPORTING = "#+";

    private static final String DROPPED = "-";

    private final Lexicon concepts = new Lexicon();

    Terms() {
        for (String line : Shelf.lines("concepts.txt")) {
            int colon = line.indexOf(':');
            concepts.addRow(line.substring(colon + 1), line.substring(0, colon));
        }
    }

    List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Lexicon.Piece piece : concepts.read(text)) {
            if (piece.label().isEmpty() && piece.han()) {
                run.append(piece.text());
                continue;
            }
            close(run, terms);
            if (piece.label().isPresent()) {
                if (!piece.label().get().equals(DROPPED)) {
                    terms.add("#" + piece.label().get());
                }
            } else if (!Character.isDigit(piece.text().codePointAt(0))) {
                terms.add(stem(piece.text()));
            }
        }
        close(run, terms);
        return terms;
    }

    private static void close(StringBuilder run, List<String> terms) {
        if (run.length() == 1) {
            terms.add(run.toString());
        }
        for (int i = 0; i + 2 <= run.length(); i++) {
            terms.add(run.substring(i, i + 2));
        }
        run.setLength(0);
    }

    static String stem(String word) {
        // The stemmer keeps state while it works, so each call has its own.
        return new PorterStemmer().stem(word);
    }
}
