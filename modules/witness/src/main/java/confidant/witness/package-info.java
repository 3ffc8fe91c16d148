/**
 * A witness: cosigns a log's checkpoint when it follows from the one it saw last. In: requests as C2SP tlog-witness has them.
 * Out: cosignatures, and a folder with what was seen.
 */
@NullMarked
package confidant.witness;

import org.jspecify.annotations.NullMarked;
