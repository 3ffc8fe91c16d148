package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.NewMessage;
import confidant.store.ConversationStore.Once;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What stood in the way of an append: rows of markers, each with the conversation's last number. */
final class Refusal {
    /** Whose message set a marker, and its number. */
    private record Marker(UUID message, long seq) {}

    private final long last;
    private final Map<String, Marker> markers = new HashMap<>();

    Refusal(List<Row> rows) {
        long seen = 0;
        for (Row row : rows) {
            // An empty conversation answers without any column.
            boolean known = row.getColumnDefinitions().contains("last_seq");
            seen = known && !row.isNull("last_seq") ? row.getLong("last_seq") : seen;
            if (known && !row.isNull("key")) {
                markers.put(row.getString("key"), new Marker(row.getUuid("id"), row.getLong("at_seq")));
            }
        }
        this.last = seen;
    }

    long last() {
        return last;
    }

    /** Empty when only the number was another one than we thought. */
    Optional<Appended> outcome(NewMessage message) {
        Optional<Marker> mine = markers.values().stream()
                .filter(marker -> message.id().value().equals(marker.message()))
                .findFirst();
        if (mine.isPresent()) {
            return Optional.of(new Appended.Stored(mine.get().seq()));
        }
        for (Once once : message.once()) {
            Marker taken = markers.get(AppendStatements.key(once));
            if (taken != null) {
                return Optional.of(new Appended.Taken(once.key(), taken.seq()));
            }
        }
        boolean overtaken =
                message.onlyAfter().isPresent() && message.onlyAfter().getAsLong() != last;
        return overtaken ? Optional.of(new Appended.Overtaken(last)) : Optional.empty();
    }
}
