package confidant.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import confidant.model.Lang;
import confidant.policy.PolicyDiff;
import confidant.policy.PolicyDiff.Kind;
import confidant.policy.PolicySet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changes between two folders of rules. */
@Command(
        name = "diff",
        description = {
            "Tells in words which decisions change from one folder of rules to another, over every case that the golden"
                    + " tables speak of, and what else changes in the files.",
            "Ends with 0 when both folders have the same fingerprint, with 1 when anything differs, with 2 when a folder"
                    + " cannot be used."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./confidant policy diff policies ../proposed/policies"})
final class Diff implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "The folder of rules to compare with.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder of rules that is new.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path fresh;

    @Option(names = "--lang", paramLabel = "TAG", description = "en, zh-Hant or zh-Hans. Default: en.")
    private String lang = Lang.EN.tag();

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** @param kind {@code more}, {@code less}, {@code reason} or {@code file} */
    private record Told(String kind, String words) {}

    private record Answer(String before, String after, int cells, int changed, List<Told> changes) {}

    @Override
    public Integer call() throws JsonProcessingException {
        Lang language = RuleFolders.language(spec, lang);
        Optional<PolicySet> before = RuleFolders.read(spec, old);
        Optional<PolicySet> after = RuleFolders.read(spec, fresh);
        if (before.isEmpty() || after.isEmpty()) {
            return Confidant.USAGE;
        }
        PolicyDiff diff = PolicyDiff.between(before.get(), after.get());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(answer(before.get(), after.get(), diff, language)));
        } else {
            print(diff, language, out);
        }
        return diff.same() ? 0 : Confidant.PROBLEM;
    }

    private static Answer answer(PolicySet before, PolicySet after, PolicyDiff diff, Lang language) {
        List<Told> told = diff.lines(language).stream()
                .map(one -> new Told(one.kind().name().toLowerCase(Locale.ROOT), one.words()))
                .toList();
        return new Answer(before.hash(), after.hash(), diff.cells(), diff.changed(), told);
    }

    private static void print(PolicyDiff diff, Lang language, PrintWriter out) {
        out.println(diff.summary(language));
        List<PolicyDiff.Line> lines = diff.lines(language);
        for (Kind kind : Kind.values()) {
            List<PolicyDiff.Line> some =
                    lines.stream().filter(one -> one.kind() == kind).toList();
            if (!some.isEmpty()) {
                out.println();
                out.println(PolicyDiff.head(kind, language));
                some.forEach(one -> out.println("  " + one.words()));
            }
        }
    }
}
