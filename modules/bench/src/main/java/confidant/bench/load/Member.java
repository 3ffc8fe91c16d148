package confidant.bench.load;

import confidant.bench.client.Insistence.Kept;
import confidant.bench.client.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One client of a crowd and what was acknowledged to them, in order. Used on one context only. */
final class Member {
    private final int number;
    private final Voice voice;
    private final List<String> texts = new ArrayList<>();
    private final List<Long> posted = new ArrayList<>();
    private final List<Long> answered = new ArrayList<>();
    private Optional<String> clientId = Optional.empty();
    private int uttered;

    Member(int number, Voice voice) {
        this.number = number;
        this.voice = voice;
    }

    Voice voice() {
        return voice;
    }

    /** Words of everyday length that nobody else says. */
    String nextText() {
        uttered++;
        return "Table for two on the terrace, please, and a quiet corner if there is one. (" + number + "/" + uttered
                + ")";
    }

    void met(String client) {
        clientId = Optional.of(client);
    }

    String clientId() {
        return clientId.orElseThrow();
    }

    void acknowledged(String text, Kept kept) {
        texts.add(text);
        posted.add(kept.postedAt());
        answered.add(System.nanoTime());
    }

    List<String> texts() {
        return texts;
    }

    long postedAt(int index) {
        return posted.get(index);
    }

    long answeredAt(int index) {
        return answered.get(index);
    }
}
