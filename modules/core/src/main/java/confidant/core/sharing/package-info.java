/** The library of content and shares to segments. */
@NullMarked
package confidant.core.sharing;

import org.jspecify.annotations.NullMarked;
