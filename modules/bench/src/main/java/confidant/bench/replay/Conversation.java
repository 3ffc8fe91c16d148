package confidant.bench.replay;

import confidant.bench.client.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One dialogue while it is sent: who the client is in the house, and what was acknowledged. Used on one context only. */
final class Conversation {
    private final Dialogue dialogue;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private Optional<String> clientId = Optional.empty();

    /** @param postedAt on the clock of {@link System#nanoTime} */
    record Acknowledged(Spoken spoken, long postedAt) {}

    /** What is compared: who said what. */
    record Spoken(String author, String text) {
        static Spoken of(Said said) {
            return new Spoken(said.author(), said.text());
        }

        static Spoken of(Dialogue.Turn turn) {
            return new Spoken(turn.client() ? "client" : "concierge", turn.text());
        }

        /** Without the words. */
        @Override
        public String toString() {
            return "Spoken[" + author + "]";
        }
    }

    Conversation(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    void met(String client) {
        clientId = Optional.of(client);
    }

    Optional<String> clientId() {
        return clientId;
    }

    void acknowledge(Dialogue.Turn turn, long postedAt) {
        acknowledged.add(new Acknowledged(Spoken.of(turn), postedAt));
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    List<Spoken> spoken() {
        return acknowledged.stream().map(Acknowledged::spoken).toList();
    }
}
