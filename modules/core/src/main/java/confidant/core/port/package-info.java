/** What the rooms need from outside: channels, the assistant, the live line, the clock that rings. */
@NullMarked
package confidant.core.port;

import org.jspecify.annotations.NullMarked;
