/** A house of one's own for tests and measures: the real application in a process that may be killed. */
@NullMarked
package confidant.bench.house;

import org.jspecify.annotations.NullMarked;
