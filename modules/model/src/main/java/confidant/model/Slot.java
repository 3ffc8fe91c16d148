package confidant.model;

/**
 * The place a sealed value belongs to. Every part is bound to the ciphertext as associated data, so a value moved to
 * another client, purpose, table, field, record or version does not open.
 *
 * @param table the kind of thing, for example {@code message} or {@code tags}
 * @param field the part of it, for example {@code text}
 * @param record the record's own id in text form
 * @param version the record's version; 0 for things that never change
 */
public record Slot(
        HouseId house,
        PoolId pool,
        ClientId client,
        Purpose purpose,
        String table,
        String field,
        String record,
        long version) {}
