/**
 * The words of the house: ids, people, messages, tags and consents, as values without behaviour beyond their own
 * invariants. Nothing in here performs I/O, and nothing that could be personal has a text form.
 */
@NullMarked
package confidant.model;

import org.jspecify.annotations.NullMarked;
