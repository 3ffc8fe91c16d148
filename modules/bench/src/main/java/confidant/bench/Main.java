package confidant.bench;

import confidant.bench.measure.BenchCommand;
import confidant.bench.replay.ReplayCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The way in to the commands of this module; the script {@code confidant} leads here. */
@Command(
        name = "confidant",
        description = "Drives a house from outside and measures it.",
        subcommands = {BenchCommand.class, ReplayCommand.class},
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    /** Exit codes: 0 done, 1 what was looked for was found or something failed, 2 wrong arguments. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(sentence(failure));
                    return 1;
                })
                .execute(args);
    }

    private static String sentence(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
