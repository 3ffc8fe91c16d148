/**
 * The storage ports in the memory of one process, for fast tests only: everything is gone when the object is. Nothing
 * enters but what the ports take, and nothing leaves but what they return.
 */
@NullMarked
package confidant.store.memory;

import org.jspecify.annotations.NullMarked;
