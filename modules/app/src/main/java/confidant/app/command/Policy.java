package confidant.app.command;

import confidant.app.config.Home;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicyLint;
import confidant.policy.PolicyProblem;
import confidant.policy.PolicySet;
import confidant.policy.PolicyTrial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an officer does with the rules. Needs no server. */
@Command(
        name = "policy",
        description = "Checks, explains, compares and tries the rules of the house.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Explain.class, Diff.class, Try.class},
        mixinStandardHelpOptions = true)
final class Policy {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "check",
            description =
                    "Validates the rules, looks for gaps and runs the golden decisions. Ends with 1 when anything is wrong.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  ./confidant policy check --policies policies"})
    int check(
            @Option(names = "--policies", paramLabel = "DIR", description = "The folder; else the one that ships.")
                    Optional<Path> folder) {
        Path rules = folder.orElseGet(Home::policies);
        PrintWriter out = spec.commandLine().getOut();
        List<PolicyProblem> problems = PolicyLint.check(rules, LocalDate.now(Clock.systemDefaultZone()));
        problems.forEach(out::println);
        List<String> failures = problems.isEmpty() ? PolicyTrial.run(rules) : List.of();
        failures.forEach(out::println);
        if (problems.isEmpty() && failures.isEmpty()) {
            out.println("the rules in " + rules + " are in order");
            new PolicyEngine(PolicySet.read(rules))
                    .jurisdictions().stream()
                            .filter(one -> !one.reviewed())
                            .forEach(one -> out.println("no lawyer has reviewed jurisdiction `" + one.id() + "` yet"));
            return 0;
        }
        return Confidant.PROBLEM;
    }
}
