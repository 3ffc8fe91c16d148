/** Reading and answering conversations. */
@NullMarked
package confidant.core.conversation;

import org.jspecify.annotations.NullMarked;
