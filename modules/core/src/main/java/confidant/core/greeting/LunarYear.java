package confidant.core.greeting;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.time4j.PlainDate;
import net.time4j.calendar.ChineseCalendar;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;

/**
 * The twelve months of a Chinese lunar year, leap months left out. Finding one takes some astronomy, so years are
 * remembered; there are few of them. Time4J and not ICU, whose new moons are minutes off: with it the new year of 2027
 * would come a day late, and that of 2030 a day early.
 */
record LunarYear(int[] starts, int[] lengths) {
    private static final Map<Integer, LunarYear> KNOWN = new ConcurrentHashMap<>();

    /** @param year the Gregorian year in which its new year lies */
    static LunarYear of(int year) {
        return KNOWN.computeIfAbsent(year, LunarYear::compute);
    }

    /** Months and days from 1; day 30 of a short month is its last. */
    LocalDate day(int month, int day) {
        return LocalDate.ofEpochDay(starts[month - 1] + Math.min(lengths[month - 1], day) - 1L);
    }

    private static LunarYear compute(int year) {
        int[] starts = new int[12];
        int[] lengths = new int[12];
        for (int month = 1; month <= 12; month++) {
            ChineseCalendar first =
                    ChineseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), 1);
            LocalDate day = first.transform(PlainDate.axis()).toTemporalAccessor();
            starts[month - 1] = Math.toIntExact(day.toEpochDay());
            lengths[month - 1] = first.lengthOfMonth();
        }
        return new LunarYear(starts, lengths);
    }
}
