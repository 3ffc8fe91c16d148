package confidant.fake.line;

/** What {@link FakeLine} may be told to do with the next calls instead of answering well. */
public enum Trouble {
    /** Answer 500 and take nothing. */
    SERVER_ERROR,
    /** Take the messages, then answer 500. */
    SERVER_ERROR_AFTER_ACCEPT,
    /** Take nothing and close the connection with no answer. */
    HANG_UP,
    /** Take the messages, then close the connection with no answer. */
    HANG_UP_AFTER_ACCEPT,
    /** Take the messages and never answer. */
    SILENCE_AFTER_ACCEPT,
    /** Answer 429: too many requests. */
    RATE,
    /** Answer 429: the month's quota is used up. */
    QUOTA,
    /** Answer 403. */
    FORBIDDEN,
    /** Answer 404. */
    NOT_FOUND,
    /** Answer 410. */
    GONE,
    /** Take nothing, begin an answer of 200 and close the connection in its midst. */
    BREAK_OFF,
    /** Take the messages, then answer 200 with a body that is no JSON. */
    BABBLE_AFTER_ACCEPT;

    /** Whether the messages reach the user all the same. */
    boolean accepts() {
        return name().endsWith("_AFTER_ACCEPT");
    }
}
