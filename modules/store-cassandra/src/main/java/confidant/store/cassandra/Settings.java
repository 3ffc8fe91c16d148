package confidant.store.cassandra;

import confidant.model.HouseId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the database is and what is the house's in it.
 *
 * @param contactPoints one or more nodes to ask first
 * @param datacenter the datacenter this process is in, as the nodes call it
 * @param keyspace for data
 * @param keysKeyspace for wrapped keys; another one than {@code keyspace}, because they must never share a backup
 * @param replication copies of every row; 1 makes the keyspaces with SimpleStrategy, more with NetworkTopologyStrategy in
 *     {@code datacenter}. Only used when a keyspace does not exist yet
 * @param timeout how long one request may take
 */
public record Settings(
        List<InetSocketAddress> contactPoints,
        String datacenter,
        String keyspace,
        String keysKeyspace,
        int replication,
        Optional<Credentials> credentials,
        Duration timeout,
        HouseId house) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    /** How to sign in. Its text form is a placeholder. */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return "(credentials)";
        }
    }

    /** @throws IllegalArgumentException with a sentence when a value cannot be used */
    public Settings {
        contactPoints = List.copyOf(contactPoints);
        require(!contactPoints.isEmpty(), "at least one contact point is needed");
        require(NAME.matcher(keyspace).matches(), "a keyspace is 1 to 48 lower-case letters, digits and underscores");
        require(
                NAME.matcher(keysKeyspace).matches(),
                "a keyspace is 1 to 48 lower-case letters, digits and underscores");
        require(!keyspace.equals(keysKeyspace), "keys need a keyspace apart from the data's");
        require(replication >= 1, "replication is 1 or more");
        require(!timeout.isNegative() && !timeout.isZero(), "the timeout is longer than nothing");
    }

    /** One node on this machine with the usual names. */
    public static Settings local(String host, int port, HouseId house) {
        return new Settings(
                List.of(new InetSocketAddress(host, port)),
                "datacenter1",
                "confidant",
                "confidant_keys",
                1,
                Optional.empty(),
                Duration.ofSeconds(5),
                house);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
