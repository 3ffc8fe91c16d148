package confidant.assistant;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * What a line talks about, as terms: a concept where the front desk's word list knows the phrase ({@code #hours}), else
 * the stem of an English word or pairs of neighbouring Chinese characters. Function words are dropped. Thread-safe.
 */
final class Terms {
    /** How terms begin that talk about some other thing than the house: its, that hotel, 它, 這家. */
    static final String ELSEWHERE = "#~";

    /** How terms begin that support a match but never make one. */
    static final String SUPPORTING = "#+";

    private static final String DROPPED = "-";
    private static final String OTHER = "~";

    private final Lexicon concepts = new Lexicon();

    Terms(Places places) {
        // Talk of another city is about something else, unless the word list below says otherwise.
        places.teach(concepts, OTHER);
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
                add(piece.label().get(), piece.text(), terms);
            } else if (!Character.isDigit(piece.text().codePointAt(0))) {
                terms.add(stem(piece.text()));
            }
        }
        close(run, terms);
        return terms;
    }

    private static void add(String label, String words, List<String> terms) {
        if (label.equals(OTHER)) {
            terms.add(ELSEWHERE + words);
        } else if (!label.equals(DROPPED)) {
            terms.add("#" + label);
        }
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
