package confidant.store;

import confidant.model.Sealed;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;

/** What is due on a day, in buckets that reveal nothing: random-looking keys and sealed content. */
public interface DueStore {

    /**
     * @param day the UTC day on which it falls due
     * @param key a keyed pseudonym of what falls due, such as (client, occasion): putting the same one twice leaves one
     */
    record Due(LocalDate day, int shard, String key, Sealed content) {}

    /** How many shards each use spreads its entries over: greetings the first of them, ends of tags as many after those. */
    int shards();

    Future<Void> put(Due due);

    Future<List<Due>> due(LocalDate day, int shard);

    Future<Void> remove(Due due);
}
