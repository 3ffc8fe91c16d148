/** What each client agreed to, step by step. */
@NullMarked
package confidant.core.consent;

import org.jspecify.annotations.NullMarked;
