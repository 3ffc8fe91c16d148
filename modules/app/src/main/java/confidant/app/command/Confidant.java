package confidant.app.command;

import confidant.app.StartProblem;
import confidant.app.config.ConfigInvalid;
import confidant.node.NodeProblem;
import confidant.policy.PolicyInvalid;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands that run in Java. {@code test}, {@code bench}, {@code replay} and {@code format} are the launcher's. */
@Command(
        name = "confidant",
        description = "A concierge desk that keeps its clients' secrets.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Run.class, Ledger.class, Policy.class, ConfigCommand.class},
        mixinStandardHelpOptions = true,
        version = "Confidant 0.1.0")
public final class Confidant {
    static final int PROBLEM = 1;
    static final int USAGE = 2;

    private Confidant() {}

    /** The command line, ready to execute; it never exits the process by itself. */
    public static CommandLine line(PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new Confidant());
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setExecutionStrategy(Confidant::execute);
        line.setParameterExceptionHandler((wrong, args) -> misused(wrong));
        line.setExecutionExceptionHandler((failed, at, parsed) -> failed(failed, at.getErr()));
        return line;
    }

    private static int execute(CommandLine.ParseResult parsed) {
        CommandLine last =
                parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        boolean group = !last.getSubcommands().isEmpty();
        if (group && !last.isUsageHelpRequested() && !last.isVersionHelpRequested()) {
            throw new ParameterException(last, "a command is missing after `" + last.getCommandName() + "`");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int misused(ParameterException wrong) {
        CommandLine at = wrong.getCommandLine();
        if (wrong instanceof Misused misused) {
            misused.advice().forEach(one -> told(at.getErr(), one.sentence(), one.remedy()));
            return USAGE;
        }
        String name = at.getCommandSpec().qualifiedName(" ");
        String sentence = wrong instanceof UnmatchedArgumentException unmatched
                ? "`" + unmatched.getUnmatched().get(0) + "` is not understood after `" + name + "`"
                : lower(String.valueOf(wrong.getMessage()));
        List<String> meant =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        at.getErr().println(sentence);
        at.getErr()
                .println(
                        meant.isEmpty()
                                ? "  see `" + name + " --help`"
                                : "  did you mean `" + String.join("` or `", meant) + "`?");
        return USAGE;
    }

    private static String lower(String message) {
        String line = message.lines().findFirst().orElse("the arguments are wrong");
        return Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    static int failed(Exception failed, PrintWriter err) {
        if (failed instanceof StartProblem problem) {
            return told(err, String.valueOf(problem.getMessage()), problem.remedy());
        }
        if (failed instanceof NodeProblem problem) {
            return told(err, String.valueOf(problem.getMessage()), problem.remedy());
        }
        if (failed instanceof ConfigInvalid || failed instanceof PolicyInvalid) {
            err.println(failed.getMessage());
            return PROBLEM;
        }
        err.println("something went wrong that should not: " + failed.getClass().getSimpleName());
        err.println("  look into the log, and report it if it comes again");
        failed.printStackTrace(err);
        return PROBLEM;
    }

    private static int told(PrintWriter err, String sentence, String remedy) {
        err.println(sentence);
        err.println("  " + remedy);
        return PROBLEM;
    }
}
