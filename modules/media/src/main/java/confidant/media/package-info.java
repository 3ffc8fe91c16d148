/**
 * Makes files fit to be kept. What enters is a file as somebody sent it; what leaves has the type that its bytes show, a name
 * without traps, and none of what cameras and programs write into pictures beside the picture. No pixel is decoded, so a
 * small file cannot become a large one. Nothing here writes, keeps, logs or talks to a network.
 */
@NullMarked
package confidant.media;

import org.jspecify.annotations.NullMarked;
