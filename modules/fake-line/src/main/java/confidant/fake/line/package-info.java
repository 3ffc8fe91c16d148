/**
 * A stand-in for the LINE platform, built from its published contract: it signs and sends webhook bodies as the platform
 * would, and takes replies and pushes with the platform's rules. For tests, replay and bench; no part of the server.
 */
@NullMarked
package confidant.fake.line;

import org.jspecify.annotations.NullMarked;
