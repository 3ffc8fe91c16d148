/** Where messages of clients come in, whatever the channel. */
@NullMarked
package confidant.core.reception;

import org.jspecify.annotations.NullMarked;
