/**
 * The on-device assistant: reads the words it is handed, and answers with proposals. What enters is personal and stays
 * in memory for the length of one call; what leaves is an answer of the house's own FAQ, a draft, or tag proposals.
 * Nothing here writes, keeps words between calls, logs them or talks to a network.
 */
@NullMarked
package confidant.assistant;

import org.jspecify.annotations.NullMarked;
