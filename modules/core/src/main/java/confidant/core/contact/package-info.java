/**
 * Contacts that a concierge takes over from elsewhere. What enters: the text of a file; what leaves: what would become of it,
 * and clients of whom nothing is proven yet. See ADR 30.
 */
@NullMarked
package confidant.core.contact;

import org.jspecify.annotations.NullMarked;
