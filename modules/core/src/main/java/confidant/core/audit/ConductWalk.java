package confidant.core.audit;

import confidant.core.audit.Conduct.Part;
import confidant.core.audit.Conduct.Row;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.store.LedgerStore.Indexed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One part of a look at conduct: gathers entries, latest first, and ends between two days. */
final class ConductWalk {
    /** After so many entries a part rests at the end of the day it has come to. */
    static final int LOOK = 20_000;

    private static final int NIGHT_BEGINS = 22;
    private static final int NIGHT_ENDS = 6;
    // Entries stand in the order in which they were sequenced, which may be later than they happened.
    private static final Duration LATE = Duration.ofHours(1);

    private final ZoneId zone;
    private final Instant from;
    private final Instant to;
    private final Optional<LocalDate> until;
    private final Map<String, Map<LocalDate, Seen>> seen = new HashMap<>();
    private final Map<LocalDate, Set<String>> spoken = new HashMap<>();
    private long entries;
    private boolean later;
    /** The last day of this part, once there is enough. */
    private Optional<LocalDate> closing = Optional.empty();
    /** The highest number of each day's entries: some stand among those of the day after. */
    private final Map<LocalDate, Long> tops = new HashMap<>();

    private boolean full;

    ConductWalk(ZoneId zone, Instant from, Instant to, Optional<LocalDate> until) {
        this.zone = zone;
        this.from = from;
        this.to = to;
        this.until = until;
    }

    private static final class Seen {
        private final Set<String> clients = new HashSet<>();
        private final Map<Integer, Set<String>> hours = new HashMap<>();
        private int reads;
        private int night;
        private int stopped;
        private int glass;
    }

    void take(List<Indexed> slice) {
        later = false;
        for (Indexed one : slice) {
            LedgerEvent event = EntryText.read(one.entry());
            later |= !event.at().isBefore(from);
            ZonedDateTime at = event.at().atZone(zone);
            LocalDate day = at.toLocalDate();
            if (until.map(day::isBefore).orElse(true)) {
                entries++;
                tops.putIfAbsent(day, one.index());
                if (entries >= LOOK && closing.isEmpty()) {
                    closing = Optional.of(day);
                }
                full |= closing.map(last -> event.at().isBefore(start(last).minus(LATE)))
                        .orElse(false);
                if (!event.at().isBefore(from) && event.at().isBefore(to)) {
                    note(event, at);
                }
            }
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private void note(LedgerEvent event, ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        switch (event.event()) {
            case "receive", "send" ->
                spoken.computeIfAbsent(day, none -> new HashSet<>()).add(event.subject());
            case "read", "glass.read" -> {
                if (event.actor().role() == Actor.Role.CONCIERGE
                        && !event.subject().isEmpty()) {
                    read(seen(event, day), event.subject(), at.getHour());
                }
            }
            case "glass.begun" -> seen(event, day).glass++;
            case "drop" -> {
                if (event.actor().role() == Actor.Role.CONCIERGE) {
                    seen(event, day).stopped++;
                }
            }
            default -> {
                // Says nothing of how clients are looked at.
            }
        }
    }

    private Seen seen(LedgerEvent event, LocalDate day) {
        return seen.computeIfAbsent(event.actor().id(), none -> new HashMap<>())
                .computeIfAbsent(day, none -> new Seen());
    }

    private static void read(Seen seen, String client, int hour) {
        seen.reads++;
        seen.night += hour >= NIGHT_BEGINS || hour < NIGHT_ENDS ? 1 : 0;
        seen.clients.add(client);
        seen.hours.computeIfAbsent(hour, none -> new HashSet<>()).add(client);
    }

    /** Whether anything of the last slice is of the span, or after it. */
    boolean later() {
        return later;
    }

    /** Whether this part has enough, and the whole of its last day. */
    boolean full() {
        return full;
    }

    Part part(boolean over) {
        List<Row> rows = seen.entrySet().stream()
                .flatMap(one -> one.getValue().entrySet().stream()
                        .filter(day -> !earlier(day.getKey()))
                        .map(day -> row(one.getKey(), day.getKey(), day.getValue())))
                .sorted(Comparator.comparing(Row::day).reversed().thenComparing(Row::concierge))
                .toList();
        return new Part(rows, entries, next(over));
    }

    /** Whether a day is for the next part. */
    private boolean earlier(LocalDate day) {
        return closing.map(day::isBefore).orElse(false);
    }

    private String next(boolean over) {
        OptionalLong top = tops.entrySet().stream()
                .filter(day -> earlier(day.getKey()))
                .mapToLong(Map.Entry::getValue)
                .max();
        return closing.isEmpty() || (over && top.isEmpty())
                ? ""
                : Auditing.next(top.orElseThrow() + 1) + "/" + closing.get();
    }

    private Row row(String concierge, LocalDate day, Seen one) {
        Set<String> talking = spoken.getOrDefault(day, Set.of());
        return new Row(
                concierge,
                day,
                one.clients.size(),
                one.reads,
                one.hours.values().stream().mapToInt(Set::size).max().orElse(0),
                (int) one.clients.stream()
                        .filter(client -> !talking.contains(client))
                        .count(),
                one.night,
                one.stopped,
                one.glass);
    }
}
