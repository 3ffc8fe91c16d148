/** Walks through a whole house on a real node: what it keeps to itself, what it forgets, and what it survives. */
@NullMarked
package confidant.system;

import org.jspecify.annotations.NullMarked;
