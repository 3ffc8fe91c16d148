package confidant.core.request;

import confidant.model.Personal;
import java.time.Instant;

/**
 * One step that was taken.
 *
 * @param detail a fixed word, or the id of a jurisdiction
 * @param words what was said with it, by whoever took it; empty where nothing was
 */
public record RequestStep(Move move, Instant at, String detail, Personal<String> words) {

    String line() {
        return move + "|" + at + "|" + detail;
    }

    static RequestStep of(String line, String words) {
        String[] parts = line.split("\\|", -1);
        return new RequestStep(Move.valueOf(parts[0]), Instant.parse(parts[1]), parts[2], Personal.of(words));
    }
}
