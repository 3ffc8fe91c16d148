/** Tags and proposals. */
@NullMarked
package confidant.core.tagging;

import org.jspecify.annotations.NullMarked;
