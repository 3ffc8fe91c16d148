/** Clients who have been silent for years: when their names and addresses are over, and how they are let go. */
@NullMarked
package confidant.core.silence;

import org.jspecify.annotations.NullMarked;
