/**
 * The company's sign-in by OpenID Connect: where browsers go, and what is believed of what they come back with. A code goes in,
 * an account and its groups come out; every check of a token is the library's.
 */
@NullMarked
package confidant.http.company;

import org.jspecify.annotations.NullMarked;
