package confidant.assistant;

import confidant.assistant.Places.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of a fact out of a clause by rule. Pure. */
final class Facts {
    private static final Pattern ORIGIN = Pattern.compile("\\bfrom\\b|\\bcome\\b|老家|我是|我们是|人在");
    private static final Pattern NATIVE = Pattern.compile("^(?:人|长大)");
    private static final int REACH = 40;

    private final LocalDate today;

    Facts(LocalDate today) {
        this.today = today;
    }

    /** @param certainty 0 to 1: how sure the rule is of the value, given that the fact is stated */
    record Fact(String value, double certainty) {}

    Optional<Fact> read(Kind kind, Clause clause, int cue, List<Day> days, List<Place> places) {
        return switch (kind) {
            case BIRTHDAY, ANNIVERSARY -> yearly(days);
            case REGION -> region(clause, cue, places);
            case LIKES -> Likings.find(clause).map(what -> new Fact(what, 0.9));
            case TRAVEL_PLAN -> journey(clause, cue, days, places);
        };
    }

    private Optional<Fact> yearly(List<Day> days) {
        List<Day> full = days.stream().filter(day -> day.day().isPresent()).toList();
        if (full.size() != 1) {
            return Optional.empty();
        }
        Day day = full.get(0);
        return day.yearly(today.getYear() - 1).map(value -> new Fact(value, day.certainty()));
    }

    private static Optional<Fact> region(Clause clause, int cue, List<Place> places) {
        for (Place place : places) {
            boolean near = place.start() > cue && place.start() - cue <= REACH;
            boolean before = place.end() <= cue && clause.folded().startsWith("生活", cue);
            if ((near || before) && place.code().isPresent()) {
                String words = clause.folded().substring(cue, Math.max(cue, place.start()));
                boolean born =
                        clause.folded().startsWith("我是", cue) || clause.folded().startsWith("我们是", cue);
                if (born
                        && !NATIVE.matcher(clause.folded().substring(place.end()))
                                .find()) {
                    continue;
                }
                boolean origin = ORIGIN.matcher(words + " ").find();
                return Optional.of(new Fact(place.code().get(), origin ? 0.65 : 0.95));
            }
        }
        return Optional.empty();
    }

    private Optional<Fact> journey(Clause clause, int cue, List<Day> days, List<Place> places) {
        Matcher cues = Kind.TRAVEL_PLAN.cue().matcher(clause.folded());
        for (Place place : places) {
            boolean led = cues.reset().results().anyMatch(word -> Math.abs(place.start() - word.start()) <= REACH);
            if (led && place.start() >= 0 && cue >= 0) {
                return Optional.of(month(days)
                        .map(month -> new Fact(place.name() + " " + month, 0.95))
                        .orElseGet(() -> new Fact(place.name(), 0.7)));
            }
        }
        return Optional.empty();
    }

    /** The month of the first date that lies ahead; a month without a year is the next one of that name. */
    private Optional<String> month(List<Day> days) {
        for (Day day : days) {
            if (!day.lunar()) {
                int year =
                        day.year().orElse(day.month() >= today.getMonthValue() ? today.getYear() : today.getYear() + 1);
                if (year > today.getYear() || (year == today.getYear() && day.month() >= today.getMonthValue())) {
                    return Optional.of(String.format(Locale.ROOT, "%04d-%02d", year, day.month()));
                }
            }
        }
        return Optional.empty();
    }
}
