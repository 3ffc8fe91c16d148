/** Wires the house, starts it and stops it; the one place that knows every module. */
@NullMarked
package confidant.app;

import org.jspecify.annotations.NullMarked;
