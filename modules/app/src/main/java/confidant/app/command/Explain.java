package confidant.app.command;

import confidant.app.config.Home;
import confidant.app.config.Nearest;
import confidant.model.Channel;
import confidant.model.Purpose;
import confidant.policy.Contact;
import confidant.policy.Inquiry;
import confidant.policy.PolicyExplainer;
import confidant.policy.PolicySet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Why something is allowed, blunted, refused or dropped. */
@Command(
        name = "explain",
        description = {
            "Says what the rules decide on one question, by which rules, and what would help against a refusal.",
            "The words are those of the golden tables; leave one out, or guess, to see what there is to choose from.",
            "Ends with 0 whatever the decision, with 2 when a word is not known."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./confidant policy explain --role concierge --act read --class birthday \\",
            "      --purpose greeting --consent given",
            "  ./confidant policy explain --role scheduler --act send --class message \\",
            "      --purpose greeting --consent given \\",
            "      --channel line --at 2026-12-24T22:15+08:00"
        })
final class Explain implements Callable<Integer> {
    @Option(names = "--role", paramLabel = "WORD", description = "Who asks, for example concierge.")
    private String role = "";

    @Option(names = "--act", paramLabel = "WORD", description = "What they want to do, for example read or send.")
    private String act = "";

    @Option(names = "--class", paramLabel = "WORD", description = "With which class of data, for example birthday.")
    private String what = "";

    @Option(names = "--purpose", paramLabel = "WORD", description = "For which purpose, for example greeting.")
    private String purpose = "";

    @Option(
            names = "--pool",
            paramLabel = "WORD",
            description = "In their own pool or another: own, other. Default: own.")
    private String pool = "own";

    @Option(names = "--consent", paramLabel = "WORD", description = "The state of the client's consent. Default: none.")
    private String consent = "none";

    @Option(
            names = "--channel",
            paramLabel = "WORD",
            description = "Asks the time rules too: may a message leave over this channel, for example line?")
    private Optional<String> channel = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The client's own time, with its offset, for --channel. Default: now, here.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--wrote",
            paramLabel = "HOURS",
            description = "How many hours ago the client last wrote, for --channel. Default: never.")
    private Optional<Long> wrote = Optional.empty();

    @Option(names = "--blocked", description = "The client has blocked the account, for --channel.")
    private boolean blocked;

    @Option(names = "--answer", description = "The message answers what the client has just written, for --channel.")
    private boolean answer;

    @Option(names = "--policies", paramLabel = "DIR", description = "The folder of rules; else the one that ships.")
    private Optional<Path> folder = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PolicySet policies = PolicySet.read(folder.orElseGet(Home::policies));
        Inquiry inquiry = new Inquiry(role, act, what, purpose, pool, consent);
        List<Misused.Advice> wrong = new ArrayList<>();
        inquiry.unknown(policies).forEach(one -> wrong.add(advice(one.place(), one.word(), one.known())));
        Optional<OffsetDateTime> time = time(wrong);
        Optional<Channel> over = channel(wrong);
        if (!wrong.isEmpty()) {
            throw new Misused(spec.commandLine(), wrong);
        }
        PolicyExplainer explainer = new PolicyExplainer(policies);
        PrintWriter out = spec.commandLine().getOut();
        explainer.explain(inquiry).forEach(out::println);
        over.ifPresent(word -> {
            out.println();
            explainer
                    .explain(contact(word, time.orElseGet(OffsetDateTime::now)))
                    .forEach(out::println);
        });
        return 0;
    }

    private Contact contact(Channel over, OffsetDateTime now) {
        return new Contact(
                over,
                new Purpose(purpose),
                now.getOffset(),
                now.toInstant(),
                wrote.map(hours -> now.toInstant().minus(Duration.ofHours(hours))),
                blocked,
                answer);
    }

    private Optional<Channel> channel(List<Misused.Advice> wrong) {
        List<String> known = Arrays.stream(Channel.values()).map(Channel::word).toList();
        channel.filter(word -> !known.contains(word)).ifPresent(word -> wrong.add(advice("channel", word, known)));
        return Arrays.stream(Channel.values())
                .filter(one -> channel.filter(one.word()::equals).isPresent())
                .findFirst();
    }

    private Optional<OffsetDateTime> time(List<Misused.Advice> wrong) {
        try {
            return at.map(OffsetDateTime::parse);
        } catch (DateTimeException odd) {
            wrong.add(new Misused.Advice(
                    "`" + at.orElse("") + "` is no time", "write it such as 2026-12-24T22:15+08:00"));
            return Optional.empty();
        }
    }

    private static Misused.Advice advice(String place, String word, List<String> known) {
        String choice = "choose one of " + String.join(", ", known);
        if (word.isEmpty()) {
            return new Misused.Advice("`--" + place + "` is missing", choice);
        }
        String meant = Nearest.to(word, known)
                .map(one -> "did you mean `" + one + "`? ")
                .orElse("");
        return new Misused.Advice("`" + word + "` is not known as a word for `--" + place + "`", meant + choice);
    }
}
