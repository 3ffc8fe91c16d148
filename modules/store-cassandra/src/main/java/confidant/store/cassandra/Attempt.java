package confidant.store.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.List;

/**
 * How a conditional write ended.
 *
 * @param doubtful whether an earlier try of it went unanswered: if this one was not applied, that one may have been
 * @param rows what the database says stands in the way; empty when applied
 */
record Attempt(boolean applied, boolean doubtful, List<Row> rows) {}
