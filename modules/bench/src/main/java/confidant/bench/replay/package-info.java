/** Dialogues go in, sent through a running house and read back through it; out comes what was lost, doubled or disordered. */
@NullMarked
package confidant.bench.replay;

import org.jspecify.annotations.NullMarked;
