/**
 * Reads what browsers send after a passkey was made or used, and verifies it by the WebAuthn rules. In comes JSON of the
 * contract, out go keys and counters; nothing is stored here.
 */
@NullMarked
package confidant.http.passkey;

import org.jspecify.annotations.NullMarked;
