/** The rooms of the house. Each room is one service; no room calls back up the walk of a message. */
@NullMarked
package confidant.core;

import org.jspecify.annotations.NullMarked;
