package confidant.model;

import java.time.MonthDay;

/**
 * A day in a client's life that comes back every year.
 *
 * @param kind the tag kind it comes from, {@code birthday} or {@code anniversary}
 * @param day month and day in {@code calendar}
 */
public record Occasion(String kind, MonthDay day, CalendarSystem calendar) {

    /** The calendar in which the client keeps the day. */
    public enum CalendarSystem {
        GREGORIAN,
        CHINESE_LUNAR
    }
}
