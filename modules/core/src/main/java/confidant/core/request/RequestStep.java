package confidant.core.request;

import java.time.Instant;

/** @param detail see {@link Move#details}; may be empty */
public record RequestStep(Move move, Instant at, String detail) {

    String line() {
        return move + "|" + at + "|" + detail;
    }

    static RequestStep of(String line) {
        String[] parts = line.split("\\|", -1);
        return new RequestStep(Move.valueOf(parts[0]), Instant.parse(parts[1]), parts[2]);
    }
}
