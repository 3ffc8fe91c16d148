/** Who the clients of a pool are: the client card. */
@NullMarked
package confidant.core.people;

import org.jspecify.annotations.NullMarked;
