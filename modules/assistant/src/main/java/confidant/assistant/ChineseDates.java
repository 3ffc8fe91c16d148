package confidant.assistant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as Chinese writes them, Republic years and the lunar calendar included. Takes folded text. Pure. */
final class ChineseDates {
    private static final String CN = "[〇零一二三四五六七八九十廿卅百两元]";
    private static final String NUMBER = "(?:[0-9]{1,2}|" + CN + "{1,3})";
    private static final String YEAR = "(?:(?<roc>民国)\\s*(?<rocyear>[0-9]{1,3}|" + CN
            + "{1,5})\\s*(?:年|[-/.])\\s*|(?<year>(?:19|20)[0-9]{2}|[一二][九〇零]["
            + "〇零一二三四五六七八九]{2})\\s*年\\s*|(?<short>[0-9]{2,3})\\s*年\\s*|(?<relyear>今年|明年|后年)的?\\s*)?";
    private static final Pattern FULL = Pattern.compile("(?<lunar>(?:农历|阴历|旧历|古历|农曆)[^0-9一二三四五六七八九十]{0,6})?" + YEAR
            + "(?<month>" + NUMBER + "|正|腊|冬)\\s*月\\s*(?:份|底|初(?![一二三四五六七八九十])|中旬|上旬|下旬|中)?"
            + "(?:的)?\\s*(?<first>初)?(?<day>" + NUMBER + ")?\\s*(?:号|日)?");
    private static final Pattern ISO =
            Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})\\s?[-/.]\\s?([0-9]{1,2})\\s?[-/.]\\s?([0-9]{1,2})(?![0-9])");
    private static final Pattern RELATIVE = Pattern.compile("(今天|今日|明天|明日|大后天|后天)");
    private static final Pattern WEEKDAY = Pattern.compile("(下下|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])");
    private static final Pattern MONTH = Pattern.compile("(下下|下|这|本)个?月(?:的)?(?:(" + NUMBER + ")(?:号|日))?");

    private ChineseDates() {}

    static List<Day> find(String folded, LocalDate today) {
        List<Day> days = new ArrayList<>();
        Matcher iso = ISO.matcher(folded);
        while (iso.find()) {
            days.add(new Day(
                    iso.start(),
                    iso.end(),
                    OptionalInt.of(Integer.parseInt(iso.group(1))),
                    Integer.parseInt(iso.group(2)),
                    OptionalInt.of(Integer.parseInt(iso.group(3))),
                    false,
                    0.95));
        }
        Matcher full = FULL.matcher(folded);
        while (full.find()) {
            full(full, today, days);
        }
        relative(folded, today, days);
        return days;
    }

    private static void full(Matcher found, LocalDate today, List<Day> days) {
        boolean lunar =
                found.group("lunar") != null || found.group("first") != null || "正腊冬".contains(found.group("month"));
        OptionalInt month = switch (found.group("month")) {
            case "正" -> OptionalInt.of(1);
            case "冬" -> OptionalInt.of(11);
            case "腊" -> OptionalInt.of(12);
            default -> Numerals.read(found.group("month"));
        };
        OptionalInt day = found.group("day") == null ? OptionalInt.empty() : Numerals.read(found.group("day"));
        if (month.isPresent() && (found.group("day") == null) == day.isEmpty()) {
            days.add(new Day(
                    found.start(),
                    found.end(),
                    year(found, today),
                    month.getAsInt(),
                    day,
                    lunar,
                    day.isPresent() ? 0.97 : 0.9));
        }
    }

    private static OptionalInt year(Matcher found, LocalDate today) {
        if (found.group("roc") != null) {
            OptionalInt year = Numerals.read(found.group("rocyear"));
            return year.isPresent() ? OptionalInt.of(year.getAsInt() + 1911) : year;
        }
        if (found.group("year") != null) {
            return Numerals.read(found.group("year"));
        }
        if (found.group("relyear") != null) {
            return OptionalInt.of(today.getYear() + List.of("今年", "明年", "后年").indexOf(found.group("relyear")));
        }
        // Two digits may be a year of the Republic or of the century: not for a machine to choose.
        return OptionalInt.empty();
    }

    private static void relative(String folded, LocalDate today, List<Day> days) {
        Matcher near = RELATIVE.matcher(folded);
        while (near.find()) {
            int ahead = near.group().startsWith("今")
                    ? 0
                    : near.group().startsWith("明") ? 1 : near.group().equals("后天") ? 2 : 3;
            days.add(on(near, today.plusDays(ahead), 0.9));
        }
        Matcher weekday = WEEKDAY.matcher(folded);
        while (weekday.find()) {
            int ordinal = "一二三四五六日".indexOf(weekday.group(2).replace('天', '日')) + 1;
            LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            int weeks = "下下".equals(weekday.group(1)) ? 2 : "下".equals(weekday.group(1)) ? 1 : 0;
            LocalDate day = monday.plusWeeks(weeks).plusDays(ordinal - 1L);
            days.add(on(weekday, day.isBefore(today) ? day.plusWeeks(1) : day, 0.8));
        }
        Matcher month = MONTH.matcher(folded);
        while (month.find()) {
            int ahead = month.group(1).equals("下下") ? 2 : month.group(1).equals("下") ? 1 : 0;
            LocalDate then = today.plusMonths(ahead);
            OptionalInt day = month.group(2) == null ? OptionalInt.empty() : Numerals.read(month.group(2));
            days.add(new Day(
                    month.start(), month.end(), OptionalInt.of(then.getYear()), then.getMonthValue(), day, false, 0.9));
        }
    }

    private static Day on(Matcher found, LocalDate day, double certainty) {
        return new Day(
                found.start(),
                found.end(),
                OptionalInt.of(day.getYear()),
                day.getMonthValue(),
                OptionalInt.of(day.getDayOfMonth()),
                false,
                certainty);
    }
}
