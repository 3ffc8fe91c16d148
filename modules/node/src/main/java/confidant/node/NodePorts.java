package confidant.node;

/**
 * The ports of one start, all on the loopback address.
 *
 * @param forClients the Cassandra protocol
 * @param storage Cassandra's own, opened although there is no second node
 * @param sslStorage named in the configuration, never opened
 */
record NodePorts(int forClients, int storage, int sslStorage) {
    /** @throws NodeProblem when the asked port is occupied */
    static NodePorts choose(int askedForClients) {
        if (askedForClients != 0 && !Ports.isFree(askedForClients)) {
            throw Problems.portOccupied(askedForClients);
        }
        int clients = askedForClients == 0 ? Ports.free() : askedForClients;
        int storage = Ports.free(clients);
        return new NodePorts(clients, storage, Ports.free(clients, storage));
    }
}
