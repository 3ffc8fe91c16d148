package confidant.core.people;

import confidant.model.Channel;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client wishes of greetings, shares and whatever else the house sends unasked.
 *
 * @param pausedUntil nothing is sent before
 * @param hours when it may come, in the client's own zone
 * @param channels over which it may come; empty stands for any
 * @param often how much of it at most
 */
public record Wish(Optional<Instant> pausedUntil, Optional<Hours> hours, Set<Channel> channels, Optional<Often> often) {
    /** No wish at all. */
    public static final Wish NONE = new Wish(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    public Wish {
        channels = Set.copyOf(channels);
    }

    /** From an hour of the day to another, which may lie after midnight. */
    public record Hours(LocalTime from, LocalTime to) {
        boolean contains(LocalTime time) {
            boolean after = !time.isBefore(from);
            boolean before = time.isBefore(to);
            return from.isBefore(to) ? after && before : after || before;
        }
    }

    /** So many a week or a month, {@code most} of them. */
    public record Often(int most, Span span) {}

    /** What is counted over. */
    public enum Span {
        WEEK(Period.ofDays(7)),
        MONTH(Period.ofDays(30));

        private final Period length;

        Span(Period length) {
            this.length = length;
        }

        Period length() {
            return length;
        }
    }

    public Wish paused(Optional<Instant> until) {
        return new Wish(until, hours, channels, often);
    }

    public Wish at(Optional<Hours> when) {
        return new Wish(pausedUntil, when, channels, often);
    }

    public Wish over(Set<Channel> those) {
        return new Wish(pausedUntil, hours, those, often);
    }

    public Wish atMost(Optional<Often> most) {
        return new Wish(pausedUntil, hours, channels, most);
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        pausedUntil.ifPresent(until -> fields.put("pausedUntil", until.toString()));
        hours.ifPresent(when -> fields.put("hours", when.from() + "/" + when.to()));
        if (!channels.isEmpty()) {
            fields.put("channels", channels.stream().map(Channel::name).sorted().collect(Collectors.joining("/")));
        }
        often.ifPresent(most -> fields.put("often", most.most() + "/" + most.span()));
        return fields;
    }

    static Wish of(Map<String, String> fields) {
        return new Wish(
                Optional.ofNullable(fields.get("pausedUntil")).map(Instant::parse),
                Optional.ofNullable(fields.get("hours"))
                        .map(text -> text.split("/"))
                        .map(parts -> new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]))),
                Arrays.stream(fields.getOrDefault("channels", "").split("/"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> Channel.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                Optional.ofNullable(fields.get("often"))
                        .map(text -> text.split("/"))
                        .map(parts -> new Often(Integer.parseInt(parts[0]), Span.valueOf(parts[1]))));
    }
}
