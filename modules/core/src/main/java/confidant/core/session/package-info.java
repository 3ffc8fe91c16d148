/** One-time links and sessions. */
@NullMarked
package confidant.core.session;

import org.jspecify.annotations.NullMarked;
