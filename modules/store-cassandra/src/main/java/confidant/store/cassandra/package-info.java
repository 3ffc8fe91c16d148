/**
 * The storage ports on Apache Cassandra 4.1 or 5. Sealed and non-personal values enter and leave; there is no path to the
 * vault, so nothing here can be opened here. One {@code CassandraStores} serves one house; the house is part of every
 * partition key. Every number, claim and lease is a conditional write, and a table that is written by conditions is
 * written by nothing else.
 */
@NullMarked
package confidant.store.cassandra;

import org.jspecify.annotations.NullMarked;
