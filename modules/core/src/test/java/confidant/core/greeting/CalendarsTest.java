package confidant.core.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.model.Occasion;
import confidant.model.Occasion.CalendarSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarsTest {
    private static Occasion gregorian(int month, int day) {
        return new Occasion("birthday", MonthDay.of(month, day), CalendarSystem.GREGORIAN);
    }

    private static Occasion lunar(int month, int day) {
        return new Occasion("birthday", MonthDay.of(month, day), CalendarSystem.CHINESE_LUNAR);
    }

    // New year, mid-autumn day and dragon boat day as published by the observatories of Hong Kong and Taipei.
    @ParameterizedTest
    @CsvSource({
        "2024, 2024-02-10, 2024-06-10, 2024-09-17",
        "2025, 2025-01-29, 2025-05-31, 2025-10-06",
        "2026, 2026-02-17, 2026-06-19, 2026-09-25",
        "2027, 2027-02-06, 2027-06-09, 2027-09-15",
        "2028, 2028-01-26, 2028-05-28, 2028-10-03",
        "2029, 2029-02-13, 2029-06-16, 2029-09-22",
        "2030, 2030-02-03, 2030-06-05, 2030-09-12"
    })
    void lunarDay_fallsOnTheKnownDate(int year, LocalDate newYear, LocalDate dragonBoat, LocalDate midAutumn) {
        assertThat(Calendars.day(lunar(1, 1), year)).isEqualTo(newYear);
        assertThat(Calendars.day(lunar(5, 5), year)).isEqualTo(dragonBoat);
        assertThat(Calendars.day(lunar(8, 15), year)).isEqualTo(midAutumn);
    }

    @Test
    void lunarMonths_followOneAnother_withoutGapsButForLeapMonths() {
        for (int year = 1920; year < 2100; year++) {
            int leaps = 0;
            for (int month = 1; month <= 12; month++) {
                LocalDate next =
                        month < 12 ? Calendars.day(lunar(month + 1, 1), year) : Calendars.day(lunar(1, 1), year + 1);
                long gap = next.toEpochDay()
                        - Calendars.day(lunar(month, 29), year).toEpochDay();
                assertThat(gap).as("month %d of %d", month, year).isIn(1L, 2L, 30L, 31L, 32L);
                leaps += gap > 2 ? 1 : 0;
            }
            assertThat(leaps).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void lunarDayThirty_fallsOnTheLastDayOfAShortMonth() {
        Occasion thirtieth = Calendars.occasion("birthday", "L--12-30").orElseThrow();
        // The twelfth month of the year that began in 2024 had 29 days, so its eve was 28 January.
        assertThat(Calendars.day(thirtieth, 2024)).isEqualTo("2025-01-28");
        assertThat(Calendars.day(lunar(12, 29), 2024)).isEqualTo("2025-01-28");
    }

    @Test
    void lunarDay_isKeptOnce_inAYearWithALeapMonth() {
        // 2025 had a second sixth month from 25 July.
        assertThat(Calendars.day(lunar(6, 10), 2025)).isEqualTo("2025-07-04");
        assertThat(Calendars.day(lunar(7, 1), 2025)).isEqualTo("2025-08-23");
    }

    @Test
    void lunarDayAtTheYearsEnd_comesBackInTheNextGregorianYear() {
        Instant now = Instant.parse("2026-12-01T00:00:00Z");
        Instant due = Calendars.next(lunar(12, 8), ZoneId.of("Asia/Taipei"), now);
        assertThat(due).isEqualTo("2027-01-15T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({"2027, 2027-02-28", "2028, 2028-02-29", "2100, 2100-02-28", "2000, 2000-02-29"})
    void leapDay_fallsOnTheLastOfFebruary(int year, LocalDate expected) {
        assertThat(Calendars.day(gregorian(2, 29), year)).isEqualTo(expected);
    }

    @Test
    void leapDay_isGreetedOnceAYear() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (LocalDate expected : new LocalDate[] {
            LocalDate.of(2026, 2, 28), LocalDate.of(2027, 2, 28), LocalDate.of(2028, 2, 29), LocalDate.of(2029, 2, 28)
        }) {
            now = Calendars.next(gregorian(2, 29), ZoneOffset.UTC, now);
            assertThat(LocalDate.ofInstant(now, ZoneOffset.UTC)).isEqualTo(expected);
        }
    }

    @Test
    void next_isStrictlyAfterNow() {
        Instant due = Instant.parse("2026-11-22T01:30:00Z");
        ZoneId taipei = ZoneId.of("Asia/Taipei");
        assertThat(Calendars.next(gregorian(11, 22), taipei, due.minusMillis(1)))
                .isEqualTo(due);
        assertThat(Calendars.next(gregorian(11, 22), taipei, due)).isEqualTo("2027-11-22T01:30:00Z");
    }

    @Test
    void next_fallsOnTheDay_inEveryZone_onEveryKindOfDay() {
        Random random = new Random(2026_11_22);
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            for (int i = 0; i < 40; i++) {
                LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(80 * 365));
                Occasion occasion = gregorian(day.getMonthValue(), day.getDayOfMonth());
                Instant now = day.atTime(random.nextInt(24), random.nextInt(60)).toInstant(ZoneOffset.UTC);
                check(occasion, zone, now);
            }
        }
    }

    // Looks day by day for the first that is kept, which is slow and hard to get wrong.
    private static void check(Occasion occasion, ZoneId zone, Instant now) {
        Instant due = Calendars.next(occasion, zone, now);
        LocalDate day = LocalDate.ofInstant(now, zone);
        while (!kept(occasion, day) || !local(day, zone).isAfter(now)) {
            day = day.plusDays(1);
        }
        assertThat(due).as("%s in %s after %s", occasion, zone, now).isEqualTo(local(day, zone));
        assertThat(LocalDateTime.ofInstant(due, zone).toLocalDate()).isEqualTo(day);
    }

    private static boolean kept(Occasion occasion, LocalDate day) {
        boolean common = occasion.day().equals(MonthDay.of(2, 29)) && !day.isLeapYear();
        return MonthDay.from(day).equals(common ? MonthDay.of(2, 28) : occasion.day());
    }

    private static Instant local(LocalDate day, ZoneId zone) {
        LocalDateTime time = day.atTime(9, 30);
        return time.toInstant(zone.getRules().getValidOffsets(time).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo"})
    void due_isAtTheSameLocalHour_onBothSidesOfTheClockChanges(String id) {
        ZoneId zone = ZoneId.of(id);
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 8; i++) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(at);
            at = change.getInstant();
            for (int days = -1; days <= 1; days++) {
                LocalDate day = LocalDate.ofInstant(at, zone).plusDays(days);
                assertThat(LocalDateTime.ofInstant(Calendars.at(day, zone), zone))
                        .isEqualTo(day.atTime(9, 30));
            }
        }
    }

    @Test
    void day_thatAZoneLeftOut_isGreetedOnTheNext() {
        // Samoa went from 29 to 31 December 2011.
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Instant due = Calendars.at(LocalDate.of(2011, 12, 30), apia);
        assertThat(LocalDateTime.ofInstant(due, apia)).isEqualTo(LocalDateTime.of(2011, 12, 31, 9, 30));
        assertThat(Duration.between(Calendars.at(LocalDate.of(2011, 12, 29), apia), due))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void occasion_isReadFromTags_andFromNothingElse() {
        assertThat(Calendars.occasion("birthday", "1994-05-03")).contains(gregorian(5, 3));
        assertThat(Calendars.occasion("birthday", "--02-29")).contains(gregorian(2, 29));
        assertThat(Calendars.occasion("birthday", "L--08-15")).contains(lunar(8, 15));
        assertThat(Calendars.occasion("birthday", "L1990-12-30")).contains(lunar(12, 30));
        assertThat(Calendars.occasion("region", "1994-05-03")).isEmpty();
        assertThat(Calendars.occasion("birthday", "in May")).isEmpty();
    }
}
