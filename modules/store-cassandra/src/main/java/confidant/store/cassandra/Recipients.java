package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.Row;
import confidant.model.ClientId;
import confidant.model.ShareId;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who is to get a share, and what became of each. */
final class Recipients {
    private static final String QUEUED = "queued";

    private final Cql cql;
    private final String house;
    private final Query put;
    private final Query outcome;
    private final Query all;

    Recipients(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        // Without an outcome, so that a repeat does not wipe one.
        this.put = queries.write("INSERT INTO {data}.share_recipient (house, share, client) VALUES (?, ?, ?)");
        this.outcome =
                queries.write("INSERT INTO {data}.share_recipient (house, share, client, outcome) VALUES (?, ?, ?, ?)");
        this.all = queries.read("SELECT client, outcome FROM {data}.share_recipient WHERE house = ? AND share = ?");
    }

    Future<Void> put(ShareId share, List<ClientId> clients) {
        return Lanes.each(Chunks.of(clients, client -> share), 4, chunk -> {
            BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
            chunk.forEach(client -> batch.addStatement(put.bind(house, share.value(), client.value())));
            return cql.write(batch.setIdempotence(true).build());
        });
    }

    Future<List<ClientId>> open(ShareId share) {
        return cql.all(all.bind(house, share.value()), row -> row)
                .map(rows -> rows.stream()
                        .filter(row -> row.isNull("outcome"))
                        .map(Cells::client)
                        .toList());
    }

    Future<Void> outcome(ShareId share, ClientId client, String what) {
        return cql.write(outcome.bind(house, share.value(), client.value(), what));
    }

    Future<Map<String, Integer>> outcomes(ShareId share) {
        return cql.all(all.bind(house, share.value()), Recipients::outcome).map(outcomes -> {
            Map<String, Integer> counts = new HashMap<>();
            outcomes.forEach(one -> counts.merge(one, 1, Integer::sum));
            return Map.copyOf(counts);
        });
    }

    private static String outcome(Row row) {
        return Objects.requireNonNullElse(row.getString("outcome"), QUEUED);
    }
}
