/** The command line: one class a command. Texts for people, exit codes for scripts. */
@NullMarked
package confidant.app.command;

import org.jspecify.annotations.NullMarked;
