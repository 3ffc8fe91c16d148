/**
 * Breaking glass: a concierge asks to see exactly, for minutes and with a reason, one class of one client that the rules blunt. The
 * client is told before anything is shown, each reading leaves its line, and an officer reviews it. What leaves: the exact tags of
 * that class while the look stands; to officers, states, and the concierge's own statement.
 */
@NullMarked
package confidant.core.glass;

import org.jspecify.annotations.NullMarked;
