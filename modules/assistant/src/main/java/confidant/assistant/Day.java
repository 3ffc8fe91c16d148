package confidant.assistant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A date or a month that a text names, and where it stands in it.
 *
 * @param start offset of the first character; {@code end} is exclusive
 * @param year only where it was said or follows from today
 * @param day absent where only the month was named
 * @param lunar in the Chinese lunar calendar
 * @param certainty 0 to 1; low where a slash date can be read two ways
 */
record Day(int start, int end, OptionalInt year, int month, OptionalInt day, boolean lunar, double certainty) {

    /** Whether such a day exists; 29 February counts without a year. */
    boolean exists() {
        if (month < 1 || month > 12) {
            return false;
        }
        if (day.isEmpty()) {
            return true;
        }
        if (lunar) {
            return day.getAsInt() >= 1 && day.getAsInt() <= 30;
        }
        try {
            if (year.isPresent()) {
                LocalDate.of(year.getAsInt(), month, day.getAsInt());
            } else {
                MonthDay.of(month, day.getAsInt());
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** {@code 1994-05-03}, {@code --05-03} or {@code L--05-03}; a year from {@code notAfter} on is not one of origin. */
    Optional<String> yearly(int notAfter) {
        if (day.isEmpty()) {
            return Optional.empty();
        }
        String monthDay = String.format(java.util.Locale.ROOT, "%02d-%02d", month, day.getAsInt());
        if (lunar) {
            return Optional.of("L--" + monthDay);
        }
        boolean origin = year.isPresent() && year.getAsInt() <= notAfter && year.getAsInt() > notAfter - 120;
        return Optional.of(origin ? year.getAsInt() + "-" + monthDay : "--" + monthDay);
    }

    boolean overlaps(Day other) {
        return start < other.end && other.start < end;
    }

    int length() {
        return end - start;
    }
}
