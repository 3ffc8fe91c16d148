package confidant.app.command;

import confidant.app.StartProblem;
import confidant.app.config.Home;
import confidant.core.audit.EntryText;
import confidant.ledger.BundleEntries;
import confidant.ledger.BundleReport;
import confidant.ledger.BundleVerifier;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.policy.PolicyDiff;
import confidant.policy.PolicyRetrial;
import confidant.policy.PolicySet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What other rules would have done to what happened in this house. */
@Command(
        name = "try",
        description = {
            "Tells what other rules would change for this house: decides everything again that the ledger of a bundle says"
                    + " was allowed, and counts what would be refused or shown otherwise, how often and to how many clients."
                    + " Checks the bundle first. What was refused is not tried.",
            "Ends with 0 when all would come out the same, with 1 when anything would not, with 2 when a folder or the"
                    + " bundle cannot be used."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./confidant policy try ../proposed/policies confidant-ledger.zip"})
final class Try implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NEW", description = "The folder of rules to try.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path fresh;

    @Parameters(index = "1", paramLabel = "BUNDLE", description = "The file from the officer's console.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path bundle;

    @Option(
            names = "--before",
            paramLabel = "DIR",
            description = "The folder of rules by which it happened; else the one that ships.")
    private Optional<Path> before = Optional.empty();

    @Option(names = "--since", paramLabel = "DAY", description = "Only what happened since that day, in UTC.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--lang", paramLabel = "TAG", description = "en, zh-Hant or zh-Hans. Default: en.")
    private String lang = Lang.EN.tag();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Lang language = RuleFolders.language(spec, lang);
        Optional<PolicySet> old = RuleFolders.read(spec, before.orElseGet(Home::policies));
        Optional<PolicySet> next = RuleFolders.read(spec, fresh);
        if (old.isEmpty() || next.isEmpty() || !sound()) {
            return Confidant.USAGE;
        }
        PolicyRetrial retrial = new PolicyRetrial(old.get(), next.get());
        BundleEntries.each(bundle, bytes -> add(retrial, EntryText.read(bytes)));
        return print(retrial, language);
    }

    private boolean sound() throws IOException {
        if (!Files.isReadable(bundle)) {
            throw new StartProblem("there is no readable file " + bundle, "name the bundle that you downloaded");
        }
        BundleReport report = BundleVerifier.verify(bundle);
        if (!report.ok()) {
            spec.commandLine().getErr().println("the bundle " + bundle + " does not verify");
            report.lines().forEach(line -> spec.commandLine().getErr().println("  " + line));
        }
        return report.ok();
    }

    private void add(PolicyRetrial retrial, LedgerEvent entry) {
        boolean wanted = since.map(day ->
                        !entry.at().isBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .orElse(true);
        if (wanted) {
            retrial.add(
                    entry.event(),
                    entry.actor().role(),
                    entry.classes(),
                    entry.purpose(),
                    entry.rule(),
                    entry.subject());
        }
    }

    private int print(PolicyRetrial retrial, Lang language) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(retrial.same() + " would come out the same");
        if (retrial.unknown() > 0) {
            out.println(retrial.unknown() + " were decided by rules that are not in the folder of before"
                    + " (name the right one with --before)");
        }
        List<PolicyRetrial.Line> lines = retrial.lines(language);
        for (PolicyDiff.Kind kind : PolicyDiff.Kind.values()) {
            List<PolicyRetrial.Line> some =
                    lines.stream().filter(one -> one.kind() == kind).toList();
            if (!some.isEmpty()) {
                out.println();
                out.println(PolicyDiff.head(kind, language));
                some.forEach(
                        one -> out.println("  " + one.acts() + " times, " + one.people() + " clients: " + one.words()));
            }
        }
        return lines.isEmpty() ? 0 : Confidant.PROBLEM;
    }
}
