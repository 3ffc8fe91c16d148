/** A stand-in for the transit engine of Vault or OpenBao, for tests only. */
@NullMarked
package confidant.fake.transit;

import org.jspecify.annotations.NullMarked;
