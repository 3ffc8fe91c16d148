/** A pool while its concierge is signed in: bitmaps in memory, segments. */
@NullMarked
package confidant.core.pool;

import org.jspecify.annotations.NullMarked;
