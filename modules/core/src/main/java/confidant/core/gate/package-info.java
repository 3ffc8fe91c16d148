/** The policy gate: asks the rules, notes the answer in the ledger, and seals or opens by it. */
@NullMarked
package confidant.core.gate;

import org.jspecify.annotations.NullMarked;
