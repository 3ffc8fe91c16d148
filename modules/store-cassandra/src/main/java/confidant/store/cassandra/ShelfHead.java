package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which shelf of a bucket is in force, and where changes are noted.
 *
 * @param id of the shelf; empty before the first
 * @param parts how many it has
 * @param slot where changes since the shelf was taken are noted
 * @param next where they are noted since somebody began to pack anew; empty when nobody does
 */
record ShelfHead(Optional<UUID> id, int parts, UUID slot, Optional<UUID> next) {
    /** Where changes are noted before anything was ever packed. */
    private static final UUID FIRST = new UUID(0, 0);

    static final ShelfHead NONE = new ShelfHead(Optional.empty(), 0, FIRST, Optional.empty());

    static ShelfHead of(Row row) {
        return new ShelfHead(
                Optional.ofNullable(row.getUuid("current")),
                row.getInt("parts"),
                Optional.ofNullable(row.getUuid("slot")).orElse(FIRST),
                Optional.ofNullable(row.getUuid("next")));
    }

    /** Where a change that begins now is noted. */
    UUID open() {
        return next.orElse(slot);
    }

    /** Everywhere that a change which the shelf does not have may be noted. */
    List<UUID> slots() {
        return Stream.concat(Stream.of(slot), next.stream()).toList();
    }
}
