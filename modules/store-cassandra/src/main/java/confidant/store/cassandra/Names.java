package confidant.store.cassandra;

/** The keyspaces' names, for the places that CQL keeps for them. */
record Names(String data, String keys) {
    static Names of(Settings settings) {
        return new Names(settings.keyspace(), settings.keysKeyspace());
    }

    /** Puts the names where {@code {data}} and {@code {keys}} stand. */
    String fill(String cql) {
        return cql.replace("{data}", data).replace("{keys}", keys);
    }
}
