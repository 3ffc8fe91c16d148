/** What the operator wrote down: one YAML file read into records, with everything that is wrong with it told at once. */
@NullMarked
package confidant.app.config;

import org.jspecify.annotations.NullMarked;
