package confidant.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blunts a canonical value the way a rule's {@code @transform} says. Pure. What cannot be blunted is withheld, never shown
 * as it is.
 */
public final class Blunt {
    /** From the sharpest to the bluntest; where several rules allow a value, the bluntest counts. */
    private static final List<String> ORDER = List.of("status", "last4", "monthDay", "ageBand");

    private static final Pattern AGE_BAND = Pattern.compile("ageBand:([1-9][0-9]?)");
    private static final int LAST = 4;

    private Blunt() {}

    /** Whether {@code transform} is one that {@link #apply} understands. */
    public static boolean known(String transform) {
        return ORDER.contains(transform) && !transform.equals("ageBand")
                || AGE_BAND.matcher(transform).matches();
    }

    /**
     * The blunt form of {@code value}.
     *
     * @param transform {@code monthDay}, {@code ageBand:N}, {@code last4} or {@code status}
     * @param value canonical text, see {@link confidant.model.Tag}
     * @param today the day on which an age is counted, in the client's zone
     * @return empty where the value has no such form, for example the age of somebody whose year of birth is unknown
     * @throws IllegalArgumentException if {@link #known} says no
     */
    public static Optional<String> apply(String transform, String value, LocalDate today) {
        Matcher band = AGE_BAND.matcher(transform);
        if (band.matches()) {
            return ageBand(Integer.parseInt(band.group(1)), value, today);
        }
        return switch (transform) {
            case "monthDay" -> monthDay(value);
            case "last4" -> last4(value);
            case "status" -> Optional.of(value.split(" ", 2)[0]).filter(word -> !word.isEmpty());
            default -> throw new IllegalArgumentException("the transform is unknown");
        };
    }

    /** Negative when {@code left} shows more than {@code right}. */
    static int compare(String left, String right) {
        int byKind = Integer.compare(rank(left), rank(right));
        return byKind != 0 ? byKind : Integer.compare(width(left), width(right));
    }

    private static int rank(String transform) {
        return ORDER.indexOf(transform.split(":", 2)[0]);
    }

    private static int width(String transform) {
        Matcher band = AGE_BAND.matcher(transform);
        return band.matches() ? Integer.parseInt(band.group(1)) : 0;
    }

    private static Optional<String> monthDay(String value) {
        try {
            MonthDay day = value.startsWith("--") ? MonthDay.parse(value) : MonthDay.from(LocalDate.parse(value));
            return Optional.of(day.toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ageBand(int width, String value, LocalDate today) {
        try {
            Period life = Period.between(LocalDate.parse(value), today);
            int from = life.getYears() / width * width;
            return life.isNegative() ? Optional.empty() : Optional.of(from + "-" + (from + width - 1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> last4(String value) {
        int length = value.codePointCount(0, value.length());
        return length <= LAST
                ? Optional.empty()
                : Optional.of(value.substring(value.offsetByCodePoints(0, length - LAST)));
    }
}
