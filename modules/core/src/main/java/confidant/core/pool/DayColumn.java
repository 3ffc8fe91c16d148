package confidant.core.pool;

import confidant.core.greeting.Calendars;
import confidant.model.Occasion;
import confidant.model.Occasion.CalendarSystem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Days that come back every year, and days of birth where the year is known; one for each client. */
final class DayColumn extends Column {
    private static final int NO_YEAR = Integer.MIN_VALUE;
    private static final int LUNAR = 1 << 12;

    private final String kind;
    private final int first;
    private int[] days = new int[0];
    private int[] born = new int[0];

    DayColumn(String kind, int first) {
        this.kind = kind;
        this.first = first;
    }

    @Override
    boolean note(int client, String value) {
        // Tags of a date form that are no yearly days still have a day to ask for.
        Optional<Occasion> occasion = Calendars.occasion("birthday", value);
        if (occasion.isEmpty()) {
            return false;
        }
        set(client, packed(occasion.get()), birth(occasion.get(), value));
        return true;
    }

    @Override
    Column empty(int from) {
        return new DayColumn(kind, from);
    }

    @Override
    void merge(Column part) {
        DayColumn other = (DayColumn) part;
        part.present.forEach(
                (org.roaringbitmap.IntConsumer) client -> set(client, other.day(client), other.birth(client)));
    }

    private void set(int client, int day, int birth) {
        int at = client - first;
        if (at >= days.length) {
            int size = Math.max(at + 1, days.length * 2);
            days = Arrays.copyOf(days, size);
            born = Arrays.copyOf(born, size);
        }
        days[at] = day;
        born[at] = birth;
    }

    private int day(int client) {
        return days[client - first];
    }

    private int birth(int client) {
        return born[client - first];
    }

    @Override
    void forget(int client) {
        set(client, 0, NO_YEAR);
    }

    /** Clients of {@code from} to {@code to} whole years on {@code today}. */
    RoaringBitmap aged(int from, int to, LocalDate today, RoaringBitmap asked) {
        long youngest = today.minusYears(from).toEpochDay();
        long tooOld = today.minusYears(to + 1L).toEpochDay();
        return where(asked, client -> birth(client) != NO_YEAR && birth(client) <= youngest && birth(client) > tooOld);
    }

    /** Clients whose day falls on {@code first} or on one of the {@code more} days after it. */
    RoaringBitmap within(LocalDate from, int more, RoaringBitmap asked) {
        Map<Integer, Boolean> known = new HashMap<>();
        LocalDate last = from.plusDays(more);
        return where(asked, client -> known.computeIfAbsent(day(client), day -> falls(occasion(day), from, last)));
    }

    Occasion of(int client) {
        return occasion(day(client));
    }

    @Override
    RoaringBitmap equal(String value, RoaringBitmap asked) {
        Optional<Occasion> wanted = Calendars.occasion("birthday", value);
        if (wanted.isEmpty()) {
            return new RoaringBitmap();
        }
        int day = packed(wanted.get());
        int birth = birth(wanted.get(), value);
        return where(asked, client -> day(client) == day && (birth == NO_YEAR || birth(client) == birth));
    }

    private static boolean falls(Occasion occasion, LocalDate first, LocalDate last) {
        for (int year = first.getYear() - 1; year <= last.getYear(); year++) {
            LocalDate day = Calendars.day(occasion, year);
            if (!day.isBefore(first) && !day.isAfter(last)) {
                return true;
            }
        }
        return false;
    }

    private static int birth(Occasion occasion, String value) {
        if (value.contains("--")) {
            return NO_YEAR;
        }
        boolean lunar = occasion.calendar() == CalendarSystem.CHINESE_LUNAR;
        try {
            LocalDate written = Calendars.date(lunar ? value.substring(1) : value);
            LocalDate day = lunar ? Calendars.day(occasion, written.getYear()) : written;
            return Math.toIntExact(day.toEpochDay());
        } catch (DateTimeException e) {
            return NO_YEAR;
        }
    }

    private static int packed(Occasion occasion) {
        int day = occasion.day().getMonthValue() * 32 + occasion.day().getDayOfMonth();
        return occasion.calendar() == CalendarSystem.CHINESE_LUNAR ? day | LUNAR : day;
    }

    private Occasion occasion(int packed) {
        int day = packed & ~LUNAR;
        CalendarSystem calendar = day == packed ? CalendarSystem.GREGORIAN : CalendarSystem.CHINESE_LUNAR;
        return new Occasion(kind, MonthDay.of(day / 32, day % 32), calendar);
    }
}
