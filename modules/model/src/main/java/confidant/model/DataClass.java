package confidant.model;

import java.util.regex.Pattern;

/** What kind of datum something is; decides policy and retention. The classes are listed in {@code policies/classes.yaml}. */
public record DataClass(String id) implements Comparable<DataClass> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{1,29}");

    /** Words said in a conversation. */
    public static final DataClass MESSAGE = new DataClass("message");
    /** What the client is called. */
    public static final DataClass NAME = new DataClass("name");
    /** Where the client is reached on a channel. */
    public static final DataClass ADDRESS = new DataClass("address");
    /** States and history of consent. */
    public static final DataClass CONSENT = new DataClass("consent");
    /** Words that a client said between us. */
    public static final DataClass CONFIDENCE = new DataClass("confidence");
    /** What a concierge states when they break glass. */
    public static final DataClass STATEMENT = new DataClass("statement");

    /** Pictures and files of a conversation. */
    public static final DataClass ATTACHMENT = new DataClass("attachment");

    /** What kind of datum a picture or file is that is kept for {@code purpose}. */
    public static DataClass ofFiles(Purpose purpose) {
        return purpose.equals(Purpose.CONFIDENCE) ? CONFIDENCE : ATTACHMENT;
    }

    /** What kind of datum the words of a message are that is kept for {@code purpose}. */
    public static DataClass ofWords(Purpose purpose) {
        return purpose.equals(Purpose.CONFIDENCE) ? CONFIDENCE : MESSAGE;
    }

    public DataClass {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("a data class is 2 to 30 lower-case letters and hyphens");
        }
    }

    @Override
    public int compareTo(DataClass other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
