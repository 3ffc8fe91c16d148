package confidant.app.command;

import confidant.app.Logs;
import confidant.app.Running;
import confidant.app.config.Config;
import confidant.app.config.ConfigFile;
import confidant.app.config.Home;
import confidant.app.sample.Sample;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Opens the house and keeps it open until Ctrl-C or SIGTERM. */
@Command(
        name = "run",
        description =
                "Starts the house: the local Cassandra node, the server and, in an empty data folder, a sample house.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./confidant run --data data --port 8080 --sample 200"})
final class Run implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept; else the folder data.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--port", paramLabel = "N", description = "The port to serve on; 0 takes any free one.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; else confidant.yaml in the data folder, written there if missing.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "Clients of the sample house: none, 200 or 10000. Only in an empty data folder. Default: 200.")
    private String sample = "200";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Sample clients = clients();
        Config config = config(out);
        Path log = Logs.open(config);
        try (Stay stay = new Stay()) {
            stay.open(() -> Running.start(config, clients, out::println), running -> {
                running.onLost(stay::lost);
                new Greeting(running, config, out).print(read().toAbsolutePath().normalize(), log);
            });
            out.println("stopped");
        }
        return 0;
    }

    private Sample clients() {
        if (!sample.equals("none") && !sample.matches("[0-9]{1,5}")) {
            throw new ParameterException(
                    spec.commandLine(), "`--sample` is `none`, `200` or `10000`, not `" + sample + "`");
        }
        return sample.equals("none") ? Sample.NONE : new Sample(Integer.parseInt(sample));
    }

    private Config config(PrintWriter out) {
        port.filter(n -> n < 0 || n > 65_535).ifPresent(n -> {
            throw new ParameterException(spec.commandLine(), "`--port` is a number from 0 to 65535, not `" + n + "`");
        });
        if (file.isEmpty()) {
            Path folder = data.orElseGet(Home::data);
            if (FirstConfig.ensure(folder)) {
                out.println("wrote the configuration " + folder.resolve(FirstConfig.NAME));
            }
        }
        Config config = ConfigFile.read(read(), data);
        return port.map(config::withPort).orElse(config);
    }

    private Path read() {
        return file.orElseGet(() -> data.orElseGet(Home::data).resolve(FirstConfig.NAME));
    }
}
