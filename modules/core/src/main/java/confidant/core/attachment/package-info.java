/** Pictures and files of conversations: sealed in parts, opened in parts, under keys that each purpose has a wrap of. */
@NullMarked
package confidant.core.attachment;

import org.jspecify.annotations.NullMarked;
