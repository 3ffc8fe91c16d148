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
    private int[] days = new int[0];
    private int[] born = new int[0];

    DayColumn(String kind) {
        this.kind = kind;
    }

    @Override
    boolean note(int client, String value) {
        // Tags of a date form that are no yearly days still have a day to ask for.
        Optional<Occasion> occasion = Calendars.occasion("birthday", value);
        if (occasion.isEmpty()) {
            return false;
        }
        if (client >= days.length) {
            int size = Math.max(client + 1, days.length * 2);
            days = Arrays.copyOf(days, size);
            born = Arrays.copyOf(born, size);
        }
        days[client] = packed(occasion.get());
        born[client] = birth(occasion.get(), value);
        return true;
    }

    @Override
    void forget(int client) {
        days[client] = 0;
        born[client] = NO_YEAR;
    }

    /** Clients of {@code from} to {@code to} whole years on {@code today}. */
    RoaringBitmap aged(int from, int to, LocalDate today, RoaringBitmap asked) {
        long youngest = today.minusYears(from).toEpochDay();
        long tooOld = today.minusYears(to + 1L).toEpochDay();
        return where(asked, client -> born[client] != NO_YEAR && born[client] <= youngest && born[client] > tooOld);
    }

    /** Clients whose day falls on {@code first} or on one of the {@code more} days after it. */
    RoaringBitmap within(LocalDate first, int more, RoaringBitmap asked) {
        Map<Integer, Boolean> known = new HashMap<>();
        LocalDate last = first.plusDays(more);
        return where(asked, client -> known.computeIfAbsent(days[client], day -> falls(occasion(day), first, last)));
    }

    Occasion of(int client) {
        return occasion(days[client]);
    }

    @Override
    RoaringBitmap equal(String value, RoaringBitmap asked) {
        Optional<Occasion> wanted = Calendars.occasion("birthday", value);
        if (wanted.isEmpty()) {
            return new RoaringBitmap();
        }
        int day = packed(wanted.get());
        int birth = birth(wanted.get(), value);
        return where(asked, client -> days[client] == day && (birth == NO_YEAR || born[client] == birth));
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
            LocalDate written = LocalDate.parse(lunar ? value.substring(1) : value);
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
