package confidant.ledger;

/** Decimal numbers as the formats want them: ASCII digits, no sign, no leading zero. */
final class Decimal {
    private static final int MOST_DIGITS = 19;

    private Decimal() {}

    static long parse(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        if (!digits) {
            throw new Malformed("a number has decimal digits only and no leading zero");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformed("a number is too large");
        }
    }
}
