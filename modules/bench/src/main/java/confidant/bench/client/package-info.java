/**
 * The people around a house, over HTTP as they really come: clients in LINE and in the web chat, a concierge at the desk.
 * Nothing here knows the inside of the server.
 */
@NullMarked
package confidant.bench.client;

import org.jspecify.annotations.NullMarked;
