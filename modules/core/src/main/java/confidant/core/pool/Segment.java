package confidant.core.pool;

import confidant.model.Purpose;
import java.util.List;

/** A question to a pool under one purpose: all conditions must hold. */
public record Segment(Purpose purpose, List<Condition> conditions) {
    public Segment {
        conditions = List.copyOf(conditions);
    }

    /** One condition; {@code not} turns it round (among clients whose data may be used). */
    public sealed interface Condition {
        boolean not();

        /** Age in whole years today, both ends included; from a birthday with a year. */
        record Age(int from, int to, boolean not) implements Condition {}

        /** A tag of {@code kind}, equal to {@code value} unless that is empty. */
        record Has(String kind, String value, boolean not) implements Condition {}

        /** A counting tag of at least {@code count}. */
        record AtLeast(String kind, long count, boolean not) implements Condition {}

        /** A birthday or anniversary within the next {@code days} days. */
        record Within(String kind, int days, boolean not) implements Condition {}
    }
}
