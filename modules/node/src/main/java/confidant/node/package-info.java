/**
 * The managed local Cassandra node: one real node as a child process, on the loopback address only, from its own folder
 * of jars. In comes a data folder; out come the address to connect to and, when something is wrong, one sentence with
 * its remedy. Everything here blocks: call it from a main thread or a worker, never from an event loop.
 */
@NullMarked
package confidant.node;

import org.jspecify.annotations.NullMarked;
