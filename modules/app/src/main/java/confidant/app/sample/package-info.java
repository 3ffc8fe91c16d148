/** A house to try things in: people invented by rule from a seed, written through the real rooms. */
@NullMarked
package confidant.app.sample;

import org.jspecify.annotations.NullMarked;
