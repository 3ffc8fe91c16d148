package confidant.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of privacy loss as a fraction in lowest terms, so that nothing about it is ever rounded. Not negative.
 *
 * @param above at least 0
 * @param below at least 1
 */
public record Ratio(int above, int below) implements Comparable<Ratio> {
    public static final Ratio ZERO = new Ratio(0, 1);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(?:/([1-9][0-9]{0,5}))?");

    public Ratio {
        if (above < 0 || below < 1) {
            throw new IllegalArgumentException("a ratio is not negative and has something below");
        }
        int shared = shared(above, below);
        above /= shared;
        below /= shared;
    }

    /**
     * Reads {@code 4} or {@code 1/2}.
     *
     * @throws IllegalArgumentException if {@code text} has another form
     */
    public static Ratio parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a ratio");
        }
        String below = parts.group(2);
        return new Ratio(Integer.parseInt(parts.group(1)), below == null ? 1 : Integer.parseInt(below));
    }

    /** @throws ArithmeticException if the sum has no such form */
    public Ratio plus(Ratio other) {
        long sum = (long) above * other.below + (long) other.above * below;
        long under = (long) below * other.below;
        long shared = shared(sum, under);
        return new Ratio(Math.toIntExact(sum / shared), Math.toIntExact(under / shared));
    }

    @Override
    public int compareTo(Ratio other) {
        return Long.compare((long) above * other.below, (long) other.above * below);
    }

    private static int shared(int one, int two) {
        return (int) shared((long) one, (long) two);
    }

    private static long shared(long one, long two) {
        return two == 0 ? one : shared(two, one % two);
    }

    @Override
    public String toString() {
        return below == 1 ? Integer.toString(above) : above + "/" + below;
    }
}
