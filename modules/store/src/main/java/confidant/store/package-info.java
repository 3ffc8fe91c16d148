/**
 * The storage ports of the house. They take sealed or non-personal values only; an adapter can therefore not tell what it
 * keeps. Every future completes on the caller's Vert.x context where there is one, and fails with
 * {@link confidant.store.StoreUnavailable} when the store cannot be reached or cannot answer; other failures are bugs.
 * Instants are kept to the millisecond.
 * Whatever completed successfully survives a kill of this process and of the store.
 */
@NullMarked
package confidant.store;

import org.jspecify.annotations.NullMarked;
