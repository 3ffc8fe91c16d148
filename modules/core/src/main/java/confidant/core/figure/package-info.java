/**
 * What managers are told: counts over cells that are fixed beforehand, with noise, a budget and answers that stay. In comes a
 * question that the rules list; out goes a stored answer. Nothing is opened here.
 */
@NullMarked
package confidant.core.figure;

import org.jspecify.annotations.NullMarked;
