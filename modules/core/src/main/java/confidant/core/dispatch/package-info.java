/** Carries what is in the outbox over the channels. */
@NullMarked
package confidant.core.dispatch;

import org.jspecify.annotations.NullMarked;
