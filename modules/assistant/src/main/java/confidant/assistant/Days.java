package confidant.assistant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All dates that a text names, in either language, in text order; of overlapping readings the longest stays. Pure. */
final class Days {
    private Days() {}

    static List<Day> find(String folded, LocalDate today) {
        List<Day> found = new ArrayList<>(ChineseDates.find(folded, today));
        found.addAll(EnglishDates.find(folded, today));
        found.removeIf(day -> !day.exists());
        found.sort(Comparator.comparingInt(Day::length).reversed());
        List<Day> kept = new ArrayList<>();
        for (Day day : found) {
            if (kept.stream().noneMatch(day::overlaps)) {
                kept.add(day);
            }
        }
        kept.sort(Comparator.comparingInt(Day::start));
        return kept;
    }
}
