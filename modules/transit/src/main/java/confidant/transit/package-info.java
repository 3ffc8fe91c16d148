/**
 * The root key in the transit engine of Vault or OpenBao, over its HTTP API. What enters: keys to wrap; what leaves: the
 * same, wrapped by a key that never leaves that service. Blocks; for worker threads.
 */
@NullMarked
package confidant.transit;

import org.jspecify.annotations.NullMarked;
