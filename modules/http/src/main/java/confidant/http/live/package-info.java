/** The live line to open pages: frames that carry ids only, over the event bus so that any node may ring. */
@NullMarked
package confidant.http.live;

import org.jspecify.annotations.NullMarked;
