package confidant.app.command;

import confidant.app.StartProblem;
import confidant.ledger.BundleReport;
import confidant.ledger.BundleVerifier;
import confidant.ledger.NoteVerifier;
import confidant.ledger.WitnessKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an outsider does with a ledger. Needs no server. */
@Command(
        name = "ledger",
        description = "Checks a ledger that an officer downloaded.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class Ledger {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "verify",
            description =
                    "Checks every entry, hash, proof and signature of a bundle. Ends with 1 when anything is wrong.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  ./confidant ledger verify audit.zip --witness 'auditor.example/w1+...'"})
    int verify(
            @Parameters(paramLabel = "BUNDLE", description = "The file from the officer's console.") Path bundle,
            @Option(
                            names = "--key",
                            paramLabel = "VKEY",
                            description = "The ledger's public key as you were given it; without it the bundle's own.")
                    Optional<String> key,
            @Option(
                            names = "--witness",
                            paramLabel = "VKEY",
                            description =
                                    "The public key of a witness that must have cosigned the newest entry; again for"
                                            + " further ones.")
                    @Nullable
                    List<String> witnesses)
            throws IOException {
        if (!Files.isReadable(bundle)) {
            throw new StartProblem("there is no readable file " + bundle, "name the bundle that you downloaded");
        }
        List<NoteVerifier> keys = key.map(text -> List.of(parse(text))).orElse(List.of());
        BundleReport report = BundleVerifier.verify(
                bundle,
                keys,
                Objects.requireNonNullElse(witnesses, List.<String>of()).stream()
                        .map(this::witness)
                        .toList());
        report.lines().forEach(spec.commandLine().getOut()::println);
        return report.ok() ? 0 : Confidant.PROBLEM;
    }

    private WitnessKey witness(String text) {
        try {
            return WitnessKey.parse(text);
        } catch (RuntimeException unfit) {
            throw new ParameterException(
                    spec.commandLine(), "`--witness` is no witness key such as name+hash+key", unfit);
        }
    }

    private NoteVerifier parse(String text) {
        try {
            return NoteVerifier.parse(text);
        } catch (RuntimeException unfit) {
            throw new ParameterException(spec.commandLine(), "`--key` is no verifier key such as name+hash+key", unfit);
        }
    }
}
