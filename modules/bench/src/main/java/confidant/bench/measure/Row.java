package confidant.bench.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param target empty for figures that explain others
 * @param limit one sentence: what limits it
 */
record Row(String what, double measured, String unit, Optional<Target> target, String detail, String limit) {

    /** @param least whether more is better */
    record Target(double value, boolean least) {
        static Target most(double value) {
            return new Target(value, false);
        }

        static Target least(double value) {
            return new Target(value, true);
        }

        /** A third of the target's speed. */
        double third() {
            return least ? value / 3 : value * 3;
        }

        String verdict(double measured) {
            if (least ? measured >= value : measured <= value) {
                return "reached";
            }
            return (least ? measured >= third() : measured <= third()) ? "within a third" : "short of a third";
        }
    }

    static Row of(String what, double measured, String unit, Target target, String detail, String limit) {
        return new Row(what, measured, unit, Optional.of(target), detail, limit);
    }

    static Row fact(String what, double measured, String unit, String detail) {
        return new Row(what, measured, unit, Optional.empty(), detail, "");
    }

    String markdown() {
        String goal = target.map(t -> (t.least ? "≥ " : "≤ ") + number(t.value)).orElse("");
        String third = target.map(t -> number(t.third())).orElse("");
        String verdict = target.map(t -> t.verdict(measured)).orElse("");
        return "| " + what + " | " + goal + " | " + third + " | **" + number(measured) + "** " + unit
                + (detail.isEmpty() ? "" : " (" + detail + ")") + " | " + verdict + " | " + limit + " |";
    }

    /** For the terminal. */
    String line() {
        String goal = target.map(
                        t -> "  target " + (t.least ? ">= " : "<= ") + number(t.value) + ": " + t.verdict(measured))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%-58s %10s %s%s%s",
                what,
                number(measured),
                unit,
                detail.isEmpty() ? "" : " (" + detail + ")",
                goal);
    }

    static String number(double value) {
        if (value >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.4f", value);
    }
}
