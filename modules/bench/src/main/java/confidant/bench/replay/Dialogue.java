package confidant.bench.replay;

import java.util.List;

/** One conversation of a data set: who says what, in order. Begins with the client. */
public record Dialogue(String id, String lang, List<Turn> turns) {
    public Dialogue {
        turns = List.copyOf(turns);
    }

    /** @param client whether the client speaks; the concierge otherwise */
    public record Turn(boolean client, String text) {
        /** Without the words. */
        @Override
        public String toString() {
            return client ? "Turn[client]" : "Turn[agent]";
        }
    }
}
