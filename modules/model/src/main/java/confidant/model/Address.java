package confidant.model;

/**
 * Where a client is reached: their id on one account of one channel.
 *
 * @param account the house's own account on that channel, for example a LINE official account's key in the configuration
 * @param value the client's id there; personal
 */
public record Address(Channel channel, String account, Personal<String> value) {}
