/** The walk through the product as people see it, in real Chromium, on a desk and on a phone. */
@NullMarked
package confidant.e2e;

import org.jspecify.annotations.NullMarked;
