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
            MonthDay monthDay = day.startsWith("--") ? MonthDay.parse(day) : MonthDay.from(LocalDate.parse(day));
            return Optional.of(new Occasion(kind, monthDay, calendar));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
