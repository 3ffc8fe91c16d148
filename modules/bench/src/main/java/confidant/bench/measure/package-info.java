/** Measures of a house and of its parts, written down with their targets and with what limits them. */
@NullMarked
package confidant.bench.measure;

import org.jspecify.annotations.NullMarked;
