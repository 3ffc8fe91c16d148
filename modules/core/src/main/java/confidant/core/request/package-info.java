/**
 * What a client asks of the house by law, and the time that the law leaves it. What enters: a request in the client's words;
 * what leaves: an answer, or a refusal with its ground, and a line in the ledger for every step.
 */
@NullMarked
package confidant.core.request;

import org.jspecify.annotations.NullMarked;
