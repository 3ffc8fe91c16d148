package confidant.core.greeting;

import confidant.core.Fields;
import confidant.core.House;
import confidant.model.ClientId;
import confidant.model.Occasion;
import confidant.model.Occasion.CalendarSystem;
import confidant.model.PoolId;
import confidant.store.ConversationStore.Ref;
import confidant.store.DueStore.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What a due row says: whose occasion, and when. It is a reminder only; what is true is the client's tag, which is looked at
 * again on the day.
 */
record DueNote(Ref client, Occasion occasion, Instant at, ZoneId zone) {

    /** The next time that the occasion comes after {@code now}. */
    static DueNote next(Ref client, Occasion occasion, ZoneId zone, Instant now) {
        return new DueNote(client, occasion, Calendars.next(occasion, zone, now), zone);
    }

    /** The day of the occurrence as the client sees it. */
    LocalDate day() {
        return LocalDate.ofInstant(at, zone);
    }

    /** Names this occurrence among all of the client's: {@code birthday/2026}. */
    String occurrence() {
        return occasion.kind() + "/" + Calendars.year(occasion, day());
    }

    Due seal(House house) {
        String key = house.vault()
                .pseudonym(house.id(), "due", client.pool() + "/" + client.client() + "/" + occasion.kind());
        byte[] plain = Fields.write(Map.of(
                "pool", client.pool().toString(),
                "client", client.client().toString(),
                "kind", occasion.kind(),
                "day", occasion.day().toString(),
                "calendar", occasion.calendar().name(),
                "at", at.toString(),
                "zone", zone.getId()));
        int shard = Math.floorMod(key.hashCode(), house.stores().dues().shards());
        return new Due(
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                shard,
                key,
                house.vault().sealDue(house.id(), key, plain));
    }

    static DueNote open(House house, Due due) {
        Map<String, String> fields = Fields.read(house.vault().openDue(house.id(), due.key(), due.content()));
        return new DueNote(
                new Ref(PoolId.parse(need(fields, "pool")), ClientId.parse(need(fields, "client"))),
                new Occasion(
                        need(fields, "kind"),
                        MonthDay.parse(need(fields, "day")),
                        CalendarSystem.valueOf(need(fields, "calendar"))),
                Instant.parse(need(fields, "at")),
                ZoneId.of(need(fields, "zone")));
    }

    private static String need(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a due note without `" + name + "`");
        }
        return value;
    }
}
