package confidant.app.command;

import confidant.app.config.Config;
import confidant.app.config.ConfigFile;
import confidant.app.config.Home;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator does with the configuration. Needs no server. */
@Command(
        name = "config",
        description = "Checks the configuration.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ConfigCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "check",
            description = "Reads a configuration and tells every problem at once. Ends with 1 when there is any.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  ./confidant config check data/confidant.yaml"})
    int check(
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file; else data/confidant.yaml.")
                    Optional<Path> file) {
        Path read = file.orElseGet(() -> Home.data().resolve(FirstConfig.NAME));
        Config config = ConfigFile.read(read, Optional.empty());
        PrintWriter out = spec.commandLine().getOut();
        out.println("the configuration " + read + " is in order");
        out.println("  house `" + config.house().id() + "`, data in " + config.data());
        return 0;
    }
}
