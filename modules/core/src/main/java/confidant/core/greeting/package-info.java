/** Occasions and greetings. */
@NullMarked
package confidant.core.greeting;

import org.jspecify.annotations.NullMarked;
