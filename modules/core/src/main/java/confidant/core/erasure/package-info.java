/**
 * Erasing a whole client in three stages, and the final stage of every withdrawal. What enters: whom, and by whose word;
 * what leaves: a certificate with its dates.
 */
@NullMarked
package confidant.core.erasure;

import org.jspecify.annotations.NullMarked;
