/**
 * Seals, opens, blinds and shreds, and nothing else in the house may. Synchronous and without I/O but for the root key's
 * own file. What enters: plain bytes and the {@link confidant.model.Slot} they belong to; what leaves: sealed bytes, and
 * plain ones only against an {@link confidant.policy.Opening}.
 */
@NullMarked
package confidant.vault;

import org.jspecify.annotations.NullMarked;
