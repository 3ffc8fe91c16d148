package confidant.store.cassandra;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Collects the statements that the stores name in their constructors and prepares them all at once. */
final class Queries {
    private final Names names;
    private final List<Query> queries = new ArrayList<>();

    Queries(Names names) {
        this.names = names;
    }

    Query read(String cql) {
        return add(cql, Query.Kind.READ);
    }

    Query serialRead(String cql) {
        return add(cql, Query.Kind.SERIAL_READ);
    }

    Query write(String cql) {
        return add(cql, Query.Kind.WRITE);
    }

    Query conditional(String cql) {
        return add(cql, Query.Kind.CONDITIONAL);
    }

    Future<Void> prepare(Cql cql) {
        return Lanes.each(
                queries,
                16,
                query -> Cql.stage(() -> cql.session().prepareAsync(query.statement()))
                        .onSuccess(query::prepared));
    }

    private Query add(String cql, Query.Kind kind) {
        Query query = new Query(names.fill(cql), kind);
        queries.add(query);
        return query;
    }
}
