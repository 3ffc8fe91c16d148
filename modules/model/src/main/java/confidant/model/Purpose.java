package confidant.model;

import java.util.regex.Pattern;

/**
 * Why something may be known or done. The set of purposes with their titles and legal bases is data
 * ({@code policies/purposes.yaml}); the constants are those that the code itself speaks of.
 */
public record Purpose(String id) implements Comparable<Purpose> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{1,29}");

    /** Serving the client who writes to us; its basis is the contract. */
    public static final Purpose SERVICE = new Purpose("service");
    /** What the law makes the house keep, such as proof of consent. */
    public static final Purpose LEGAL = new Purpose("legal");
    /** Knowing tastes and circumstances so that advice fits. */
    public static final Purpose PERSONALISATION = new Purpose("personalisation");
    /** Greeting on the days that matter to the client. */
    public static final Purpose GREETING = new Purpose("greeting");
    /** Sharing content that the client welcomes. */
    public static final Purpose SHARING = new Purpose("sharing");
    /** Planning a journey. */
    public static final Purpose TRIP = new Purpose("trip");
    /** Keeping what a client said between us; given by marking a message so. */
    public static final Purpose CONFIDENCE = new Purpose("confidence");

    public Purpose {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("a purpose is 2 to 30 lower-case letters and hyphens");
        }
    }

    @Override
    public int compareTo(Purpose other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
