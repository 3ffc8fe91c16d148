/**
 * Which rules are in force, since when and by whom: the chain of releases, and the officer's way to add one. What enters: a set
 * of rules from a folder or from the chain; what leaves: the engine of the house decides by it, on every server.
 */
@NullMarked
package confidant.core.rules;

import org.jspecify.annotations.NullMarked;
