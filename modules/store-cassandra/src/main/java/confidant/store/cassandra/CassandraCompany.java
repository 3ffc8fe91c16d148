package confidant.store.cassandra;

import confidant.model.StaffId;
import confidant.store.CompanyStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts of the company's sign-in, one partition for the few people of a house. */
final class CassandraCompany implements CompanyStore {
    private final Cql cql;
    private final String house;
    private final Query connect;
    private final Query one;
    private final Query all;
    private final Query disconnect;

    CassandraCompany(Cql cql, Queries queries, String house) {
        this.cql = cql;
        this.house = house;
        this.connect = queries.conditional("INSERT INTO {data}.company_account"
                + " (house, account, holder, connected) VALUES (?, ?, ?, ?) IF NOT EXISTS");
        String account = " WHERE house = ? AND account = ?";
        this.one = queries.serialRead("SELECT holder FROM {data}.company_account" + account);
        this.all = queries.serialRead("SELECT account, holder FROM {data}.company_account WHERE house = ?");
        this.disconnect = queries.conditional("DELETE FROM {data}.company_account" + account + " IF holder = ?");
    }

    @Override
    public Future<Boolean> connect(String account, StaffId holder, Instant at) {
        return cql.attempt(connect.bind(house, account, holder.toString(), at))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : holder(account).map(found -> found.equals(Optional.of(holder))));
    }

    @Override
    public Future<Optional<StaffId>> holder(String account) {
        return cql.one(one.bind(house, account), row -> StaffId.parse(row.getString("holder")));
    }

    @Override
    public Future<List<String>> accounts(StaffId holder) {
        return cql.all(all.bind(house), row -> Map.entry(row.getString("account"), row.getString("holder")))
                .map(rows -> rows.stream()
                        .filter(row -> row.getValue().equals(holder.toString()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public Future<Boolean> disconnect(StaffId holder, String account) {
        return cql.attempt(disconnect.bind(house, account, holder.toString()))
                .compose(attempt -> attempt.applied() || !attempt.doubtful()
                        ? Future.succeededFuture(attempt.applied())
                        : holder(account).map(Optional::isEmpty));
    }
}
