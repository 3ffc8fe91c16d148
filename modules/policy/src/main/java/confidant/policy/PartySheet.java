package confidant.policy;

import confidant.model.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code parties.yaml}. A set of rules that has no such file states nothing: those of earlier versions have none. */
final class PartySheet {
    static final String FILE = "parties.yaml";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String UNKNOWN = "ZZ";

    private PartySheet() {}

    static Parties read(Map<String, String> files, List<PolicyProblem> problems) {
        String text = files.get(FILE);
        if (text == null) {
            return Parties.UNSTATED;
        }
        Sheet file = Sheet.read(FILE, text, problems).allows("controller", "processors", "platforms");
        Parties parties = new Parties(controller(file), processors(file), platforms(file));
        safeguards(file, parties);
        return parties;
    }

    private static Optional<Parties.Controller> controller(Sheet file) {
        if (!file.has("controller")) {
            return Optional.empty();
        }
        Sheet one = file.sub("controller", "controller").allows("name", "contact", "officer", "country");
        return Optional.of(new Parties.Controller(
                one.text("name"), one.text("contact"), one.textOrEmpty("officer"), country(one)));
    }

    private static List<Parties.Processor> processors(Sheet file) {
        return file.list("processors", "name").stream()
                .map(one -> one.allows("name", "does", "country", "contract", "safeguard"))
                .map(one -> new Parties.Processor(
                        one.text("name"),
                        one.titles("does"),
                        country(one),
                        one.text("contract"),
                        one.textOrEmpty("safeguard")))
                .toList();
    }

    private static List<Parties.Platform> platforms(Sheet file) {
        List<Parties.Platform> read = new ArrayList<>();
        for (Sheet one : file.list("platforms", "channel")) {
            one.allows("channel", "name", "country", "safeguard");
            Channel channel = one.as(
                    one.text("channel"),
                    word -> Channel.valueOf(word.toUpperCase(Locale.ROOT)),
                    "a channel such as `line`",
                    Channel.LINE);
            if (read.stream().anyMatch(known -> known.channel() == channel)) {
                one.report("the channel is there twice", "remove one of the two");
            }
            read.add(new Parties.Platform(channel, one.text("name"), country(one), one.textOrEmpty("safeguard")));
        }
        return read;
    }

    private static String country(Sheet one) {
        return one.as(
                one.text("country"),
                code -> {
                    if (!COUNTRIES.contains(code)) {
                        throw new IllegalArgumentException();
                    }
                    return code;
                },
                "a country of two letters such as TW (ISO 3166-1), in quotes",
                UNKNOWN);
    }

    // A transfer that nothing makes lawful is no fact to state but one to mend.
    private static void safeguards(Sheet file, Parties parties) {
        record Abroad(String name, String country, String safeguard) {}
        Stream.concat(
                        parties.processors().stream()
                                .map(one -> new Abroad(one.name(), one.country(), one.safeguard())),
                        parties.platforms().stream().map(one -> new Abroad(one.name(), one.country(), one.safeguard())))
                .filter(one -> !one.country().equals(UNKNOWN))
                .filter(one -> parties.abroad(one.country()) && one.safeguard().isBlank())
                .forEach(
                        one -> file.report(
                                "`" + one.name() + "` is in " + one.country()
                                        + ", which is not the controller's country, and has no" + " safeguard",
                                "write what makes the transfer lawful, such as `adequacy decision` or `standard clauses of 2021`"));
    }
}
