/** Many clients who write at once, and what became of every message of theirs. */
@NullMarked
package confidant.bench.load;

import org.jspecify.annotations.NullMarked;
