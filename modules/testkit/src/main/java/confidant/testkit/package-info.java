/**
 * What tests of several modules share: the contracts that every form of the stores keeps, a clock that moves when told to,
 * and invented people and messages. Code of main scope, used in test scope only.
 */
@NullMarked
package confidant.testkit;

import org.jspecify.annotations.NullMarked;
