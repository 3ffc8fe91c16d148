/**
 * What runs inside the node's own process, before Cassandra. In come the launcher's pipe and the signals of the
 * terminal; out goes an orderly end of the process. Nothing here is on the application's class path.
 */
package confidant.node.child;
