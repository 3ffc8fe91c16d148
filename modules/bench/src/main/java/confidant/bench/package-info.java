/** The commands {@code replay} and {@code bench}: they drive a running house from outside and report what they saw. */
@NullMarked
package confidant.bench;

import org.jspecify.annotations.NullMarked;
