/**
 * What a client takes away: one ZIP file with a page to read, the same as JSON-LD, a receipt for each step of consent and the
 * exact words of each notice. Personal values enter; bytes for that client leave, and nothing is kept.
 */
@NullMarked
package confidant.http.archive;

import org.jspecify.annotations.NullMarked;
