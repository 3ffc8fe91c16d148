/** A stand-in for a provider of OpenID Connect, for tests only. */
@NullMarked
package confidant.fake.oidc;

import org.jspecify.annotations.NullMarked;
