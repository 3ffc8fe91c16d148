/** The ledger: what waits, the sequencer, questions of officers, the bundle. */
@NullMarked
package confidant.core.audit;

import org.jspecify.annotations.NullMarked;
