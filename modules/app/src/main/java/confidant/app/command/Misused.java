package confidant.app.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The arguments are wrong in ways that say themselves what to do about it. */
final class Misused extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final transient List<Advice> advice;

    /** One lower-case sentence without a full stop, and what to do about it. */
    record Advice(String sentence, String remedy) {}

    /** @param advice at least one */
    Misused(CommandLine at, List<Advice> advice) {
        super(at, advice.get(0).sentence());
        this.advice = List.copyOf(advice);
    }

    List<Advice> advice() {
        return advice;
    }
}
