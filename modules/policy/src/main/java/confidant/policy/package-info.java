/**
 * Decides, purely and with a reason, whether one act on one datum for one purpose may happen and how sharply it may be
 * seen. What enters: a {@link confidant.policy.Question}; what leaves: a {@link confidant.policy.Verdict}. The rules are
 * Cedar text in {@code policies/}, compiled into a table when first asked.
 */
@NullMarked
package confidant.policy;

import org.jspecify.annotations.NullMarked;
