package confidant.assistant;

import java.util.Locale;

/** What a client's line wants, as far as a first answer needs to know. */
enum Intent {
    BOOK,
    CHANGE_BOOKING,
    COMPLAINT,
    PRICE,
    PRIVACY_DELETE,
    PRIVACY_STOP,
    HUMAN,
    SMALLTALK;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Intent of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
