package confidant.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as laws state it. Months and years go by the calendar; working days leave out Saturdays and Sundays, and
 * know no holidays, so that what they say is never later than the law's own day.
 */
public record Span(int count, Unit unit) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4}) (hour|day|working-day|month|year)s?");

    public Span {
        if (count < 1) {
            throw new IllegalArgumentException("a span is at least one");
        }
    }

    /** What is counted. */
    public enum Unit {
        HOUR,
        DAY,
        WORKING_DAY,
        MONTH,
        YEAR
    }

    /** @throws IllegalArgumentException if it is not such as {@code 1 month}, {@code 15 working-days}, {@code 72 hours} */
    static Span parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a span");
        }
        return new Span(
                Integer.parseInt(parts.group(1)),
                Unit.valueOf(parts.group(2).replace('-', '_').toUpperCase(Locale.ROOT)));
    }

    /** The instant at which the span is over, counted in {@code zone}. */
    public Instant after(Instant from, ZoneId zone) {
        ZonedDateTime start = from.atZone(zone);
        return switch (unit) {
            case HOUR -> start.plusHours(count).toInstant();
            case DAY -> start.plusDays(count).toInstant();
            case WORKING_DAY -> workingDays(start).toInstant();
            case MONTH -> start.plusMonths(count).toInstant();
            case YEAR -> start.plusYears(count).toInstant();
        };
    }

    private ZonedDateTime workingDays(ZonedDateTime start) {
        ZonedDateTime day = start;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    /** As it is written in the files. */
    @Override
    public String toString() {
        return count + " " + unit.name().toLowerCase(Locale.ROOT).replace('_', '-') + (count == 1 ? "" : "s");
    }
}
