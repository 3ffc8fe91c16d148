/** Everything that can go wrong, as RFC 9457 problems: one table, one writer, one page per kind. */
@NullMarked
package confidant.http.problem;

import org.jspecify.annotations.NullMarked;
