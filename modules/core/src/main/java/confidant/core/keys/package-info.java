/** Pool and data keys: made, held in memory, destroyed. The only room that touches stored keys. */
@NullMarked
package confidant.core.keys;

import org.jspecify.annotations.NullMarked;
