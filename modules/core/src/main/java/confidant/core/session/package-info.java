/** Who of the staff comes in, by passkeys, their company or one-time links; sessions and their end. */
@NullMarked
package confidant.core.session;

import org.jspecify.annotations.NullMarked;
