/** The pages of the house, held in memory as they are served. */
@NullMarked
package confidant.http.page;

import org.jspecify.annotations.NullMarked;
