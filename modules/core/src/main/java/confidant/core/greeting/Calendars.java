package confidant.core.greeting;

import confidant.model.Occasion;
import confidant.model.Occasion.CalendarSystem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a day that comes back every year comes back next, in the client's own zone and calendar. Pure. */
public final class Calendars {
    /** The local hour at which greetings go out. */
    public static final LocalTime HOUR = LocalTime.of(9, 30);

    private Calendars() {}

    /** Whether tags of a kind speak of a day that comes back every year. */
    public static boolean yearly(String kind) {
        return kind.equals("birthday") || kind.equals("anniversary");
    }

    /** The occasion that a tag speaks of; empty for tags that are no days of the year. */
    public static Optional<Occasion> occasion(String kind, String value) {
        if (!yearly(kind)) {
            return Optional.empty();
        }
        CalendarSystem calendar = value.startsWith("L") ? CalendarSystem.CHINESE_LUNAR : CalendarSystem.GREGORIAN;
        String day = value.startsWith("L") ? value.substring(1) : value;
        try {
            MonthDay monthDay = day.startsWith("--") ? monthDay(day) : MonthDay.from(date(day));
            return Optional.of(new Occasion(kind, monthDay, calendar));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * As {@link LocalDate#parse(CharSequence)}, which takes a microsecond for the usual form: too long for the days of a whole
     * pool.
     */
    public static LocalDate date(String text) {
        return usual(text, 4)
                ? LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                : LocalDate.parse(text);
    }

    private static MonthDay monthDay(String text) {
        return usual(text, 1) ? MonthDay.of(digits(text, 2, 4), digits(text, 5, 7)) : MonthDay.parse(text);
    }

    // Digits, and hyphens before the month and before the day.
    private static boolean usual(String text, int month) {
        if (text.length() != month + 6) {
            return false;
        }
        for (int i = month == 1 ? 2 : 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (i == month || i == month + 3 ? one != '-' : one < '0' || one > '9') {
                return false;
            }
        }
        return true;
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** The first instant after {@code now} at which the day's greeting is due. */
    public static Instant next(Occasion occasion, ZoneId zone, Instant now) {
        int year = LocalDate.ofInstant(now, zone).getYear();
        for (int y = year - 1; y <= year + 2; y++) {
            Instant due = at(day(occasion, y), zone);
            if (due.isAfter(now)) {
                return due;
            }
        }
        throw new IllegalStateException("a yearly day comes back within two years");
    }

    /**
     * The instant of the greeting on a day. Where the clock jumps over it, as much later as the jump is long; where it comes
     * twice, the first.
     */
    public static Instant at(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, HOUR, zone).toInstant();
    }

    /**
     * The day in a year. 29 February falls on 28 February where there is none; a lunar day 30 on the 29th of a short month;
     * leap months are not kept twice. For the lunar calendar {@code year} is the one in which its new year lies.
     */
    public static LocalDate day(Occasion occasion, int year) {
        if (occasion.calendar() == CalendarSystem.GREGORIAN) {
            return occasion.day().atYear(year);
        }
        return LunarYear.of(year)
                .day(occasion.day().getMonthValue(), occasion.day().getDayOfMonth());
    }

    /** The year, in the occasion's own calendar, whose day falls on {@code day}: what tells two occurrences apart. */
    public static int year(Occasion occasion, LocalDate day) {
        for (int year = day.getYear() - 1; year < day.getYear(); year++) {
            if (day(occasion, year).equals(day)) {
                return year;
            }
        }
        return day.getYear();
    }
}
