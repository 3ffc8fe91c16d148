/**
 * The LINE Messaging API. In come raw webhook bytes, checked before anything in them is read; out go replies and pushes
 * under an idempotency key of our own. Policy, consent and order are decided elsewhere.
 */
@NullMarked
package confidant.channel.line;

import org.jspecify.annotations.NullMarked;
