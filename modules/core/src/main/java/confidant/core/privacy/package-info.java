/** What the client sees and steers: the words in the chat, the letter, the switches, and what they take away. */
@NullMarked
package confidant.core.privacy;

import org.jspecify.annotations.NullMarked;
