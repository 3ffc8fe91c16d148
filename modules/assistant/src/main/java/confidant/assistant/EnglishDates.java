package confidant.assistant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as English writes them. Takes folded text. Pure. */
final class EnglishDates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(?<m>january|february|march|april|may|june|july|august|september|october"
            + "|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?";
    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first");
    private static final String DAY = "(?<d>[0-9]{1,2}(?:st|nd|rd|th)?|(?:twenty|thirty)-[a-z]+|[a-z]+(?:st|nd|rd|th))";
    private static final String YEAR = "(?:\\s*,?\\s*(?:of\\s+)?(?<y>(?:19|20)[0-9]{2})\\b(?!:))?";
    private static final Pattern DAY_FIRST = Pattern.compile("\\b" + DAY + "\\s*(?:of\\s+)?\\s*" + MONTH + YEAR);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + "\\s*(?:the\\s+)?" + DAY + "\\b(?![:0-9])" + YEAR);
    private static final Pattern MONTH_ONLY =
            Pattern.compile("\\b(?:in|for|this|next|early|mid|late|during|until|of|come)[ -]" + MONTH + YEAR);
    private static final Pattern SLASH =
            Pattern.compile("(?<![0-9/.-])([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?(?![0-9/%])");
    private static final Pattern RELATIVE =
            Pattern.compile("\\b(today|tonight|the day after tomorrow|tomorrow|next month)\\b");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:next|this|on|coming) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b");

    private EnglishDates() {}

    static List<Day> find(String folded, LocalDate today) {
        List<Day> days = new ArrayList<>();
        for (Pattern form : List.of(DAY_FIRST, MONTH_FIRST)) {
            Matcher found = form.matcher(folded);
            while (found.find()) {
                OptionalInt day = day(found.group("d"));
                if (day.isPresent()) {
                    days.add(new Day(found.start(), found.end(), year(found), month(found), day, false, 0.97));
                }
            }
        }
        Matcher month = MONTH_ONLY.matcher(folded);
        while (month.find()) {
            days.add(new Day(month.start(), month.end(), year(month), month(month), OptionalInt.empty(), false, 0.9));
        }
        Matcher slash = SLASH.matcher(folded);
        while (slash.find()) {
            slash(slash, folded, days);
        }
        relative(folded, today, days);
        return days;
    }

    /** In Chinese text the month comes first; in English that is certain only where one of the two cannot be a month. */
    private static void slash(Matcher found, String folded, List<Day> days) {
        int first = Integer.parseInt(found.group(1));
        int second = Integer.parseInt(found.group(2));
        boolean dayFirst = first > 12;
        boolean clear = first > 12 || second > 12 || first == second || Lexicon.hasHan(folded);
        days.add(new Day(
                found.start(),
                found.end(),
                found.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(found.group(3))),
                dayFirst ? second : first,
                OptionalInt.of(dayFirst ? first : second),
                false,
                clear ? 0.95 : 0.6));
    }

    private static int month(Matcher found) {
        return MONTHS.indexOf(found.group("m").substring(0, 3)) + 1;
    }

    private static OptionalInt year(Matcher found) {
        return found.group("y") == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(found.group("y")));
    }

    private static OptionalInt day(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return OptionalInt.of(Integer.parseInt(text.replaceAll("[a-z]", "")));
        }
        int ordinal = ORDINALS.indexOf(text);
        return ordinal < 0 ? OptionalInt.empty() : OptionalInt.of(ordinal + 1);
    }

    private static void relative(String folded, LocalDate today, List<Day> days) {
        Matcher near = RELATIVE.matcher(folded);
        while (near.find()) {
            switch (near.group(1)) {
                case "next month" -> {
                    LocalDate then = today.plusMonths(1);
                    days.add(new Day(
                            near.start(),
                            near.end(),
                            OptionalInt.of(then.getYear()),
                            then.getMonthValue(),
                            OptionalInt.empty(),
                            false,
                            0.9));
                }
                case "tomorrow" -> days.add(on(near, today.plusDays(1)));
                case "the day after tomorrow" -> days.add(on(near, today.plusDays(2)));
                default -> days.add(on(near, today));
            }
        }
        Matcher weekday = WEEKDAY.matcher(folded);
        while (weekday.find()) {
            DayOfWeek day = DayOfWeek.valueOf(weekday.group(1).toUpperCase(Locale.ROOT));
            days.add(on(weekday, today.with(TemporalAdjusters.next(day))));
        }
    }

    private static Day on(Matcher found, LocalDate day) {
        return new Day(
                found.start(),
                found.end(),
                OptionalInt.of(day.getYear()),
                day.getMonthValue(),
                OptionalInt.of(day.getDayOfMonth()),
                false,
                0.85);
    }
}
