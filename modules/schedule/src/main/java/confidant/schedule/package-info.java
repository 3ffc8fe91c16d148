/**
 * Rings the rooms at intervals. In come names and work, out goes a call on a Vert.x context; Quartz itself holds names
 * only, and nothing of it is ever stored.
 */
@NullMarked
package confidant.schedule;

import org.jspecify.annotations.NullMarked;
