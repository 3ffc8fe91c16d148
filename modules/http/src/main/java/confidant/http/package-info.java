/**
 * The way in over HTTP. What enters: requests that fit the contract, hooks with a signature, WebSockets; what leaves:
 * answers of the contract, problems, ids over live lines, the pages of {@code web}. Rules and storage are elsewhere.
 */
@NullMarked
package confidant.http;

import org.jspecify.annotations.NullMarked;
