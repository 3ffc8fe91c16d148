package confidant.app.command;

import confidant.model.Lang;
import confidant.policy.PolicyInvalid;
import confidant.policy.PolicySet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands that compare folders of rules read alike. */
final class RuleFolders {
    private RuleFolders() {}

    /** Empty, and said why, when the folder cannot be used. */
    static Optional<PolicySet> read(CommandSpec spec, Path folder) {
        try {
            return Optional.of(PolicySet.read(folder));
        } catch (PolicyInvalid invalid) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("the folder " + folder + " cannot be used");
            invalid.problems().forEach(one -> err.println("  " + one));
            return Optional.empty();
        }
    }

    static Lang language(CommandSpec spec, String tag) {
        return Arrays.stream(Lang.values())
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Misused(
                        spec.commandLine(),
                        List.of(new Misused.Advice(
                                "`" + tag + "` is none of our languages", "choose one of en, zh-Hant, zh-Hans"))));
    }
}
