package confidant.node;

/**
 * Where a node answers the Cassandra protocol. The text form is {@code host:port}.
 *
 * @param host a name or an IPv4 address
 * @param port between 1 and 65535
 */
public record ContactPoint(String host, int port) {
    /** @throws IllegalArgumentException when the port is out of range */
    public ContactPoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is between 1 and 65535, not " + port);
        }
    }

    /**
     * Reads {@code host:port}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static ContactPoint parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("expected `host:port`, not `" + text + "`");
        }
        try {
            return new ContactPoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("expected `host:port`, not `" + text + "`", notANumber);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
