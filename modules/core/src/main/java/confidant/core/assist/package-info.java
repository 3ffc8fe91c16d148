/** The assistant beside the concierge: answers, drafts, proposals, briefs. */
@NullMarked
package confidant.core.assist;

import org.jspecify.annotations.NullMarked;
