/**
 * What officers take away: entries of the ledger as CSV or JSON-LD, slice by slice. Entries enter, which hold pseudonyms and
 * fixed words only; text leaves, and nothing is kept.
 */
@NullMarked
package confidant.http.export;

import org.jspecify.annotations.NullMarked;
