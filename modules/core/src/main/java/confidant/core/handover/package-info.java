/**
 * Hand-over to another concierge: only by the client's choice of who and of what goes along. In come a concierge's offer and
 * the client's choice; out go the client as a new one of the next pool, lines of the ledger, and nothing by itself.
 */
@NullMarked
package confidant.core.handover;

import org.jspecify.annotations.NullMarked;
