package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One statement of the house, prepared once before it is used. */
final class Query {
    /** What a statement does, which decides its consistency and whether the driver may send it twice. */
    enum Kind {
        READ,
        /** Sees, and if need be finishes, conditional writes under way. */
        SERIAL_READ,
        WRITE,
        CONDITIONAL
    }

    private final String cql;
    private final Kind kind;
    private volatile @Nullable PreparedStatement prepared;

    Query(String cql, Kind kind) {
        this.cql = cql;
        this.kind = kind;
    }

    SimpleStatement statement() {
        SimpleStatement statement = SimpleStatement.newInstance(cql).setIdempotent(kind != Kind.CONDITIONAL);
        return kind == Kind.SERIAL_READ
                ? statement.setConsistencyLevel(DefaultConsistencyLevel.LOCAL_SERIAL)
                : statement;
    }

    void prepared(PreparedStatement statement) {
        this.prepared = statement;
    }

    /** Binds values in their order; those left out at the end stay unset. */
    BoundStatement bind(@Nullable Object... values) {
        return Objects.requireNonNull(prepared, "prepared at start").bind(values);
    }
}
