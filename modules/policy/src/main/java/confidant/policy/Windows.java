package confidant.policy;

import confidant.model.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When a message may leave, as {@code policies/windows.yaml} says. Pure. */
record Windows(String blockedRule, String unknownRule, Map<String, Reach> channels, Quiet quiet) {

    /** @param within how long after the client's last message we may write; empty for any time */
    record Reach(String rule, Optional<Duration> within) {
        boolean open(Contact contact) {
            return within.isEmpty()
                    || contact.lastInbound()
                            .map(last -> contact.now().isBefore(last.plus(within.get())))
                            .orElse(false);
        }
    }

    /** Hours of the client's own day in which nothing leaves unasked; they may span midnight. */
    record Quiet(String rule, Set<Purpose> purposes, LocalTime from, LocalTime to) {

        Optional<Instant> endsAfter(Contact contact) {
            if (contact.asked() || !purposes.contains(contact.purpose())) {
                return Optional.empty();
            }
            ZonedDateTime local = contact.now().atZone(contact.zone());
            LocalTime time = local.toLocalTime();
            boolean spans = from.isAfter(to);
            boolean late = !time.isBefore(from);
            boolean early = time.isBefore(to);
            if (spans ? !late && !early : !late || !early) {
                return Optional.empty();
            }
            var day = spans && late ? local.toLocalDate().plusDays(1) : local.toLocalDate();
            return Optional.of(day.atTime(to).atZone(contact.zone()).toInstant());
        }
    }

    Timing timing(Contact contact) {
        if (contact.blocked()) {
            return new Timing.Never(blockedRule);
        }
        Reach reach = channels.get(contact.channel().word());
        if (reach == null) {
            return new Timing.Never(unknownRule);
        }
        if (!reach.open(contact)) {
            return new Timing.Never(reach.rule());
        }
        return quiet.endsAfter(contact)
                .<Timing>map(end -> new Timing.Later(quiet.rule(), end))
                .orElseGet(() -> new Timing.Now(reach.rule()));
    }
}
