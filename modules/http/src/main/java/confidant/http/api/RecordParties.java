package confidant.http.api;

import confidant.core.rules.ProcessingRecord.Activity;
import confidant.core.rules.ProcessingRecord.Processing;
import confidant.model.Channel;
import confidant.model.Lang;
import confidant.policy.Parties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who else has to do with clients' data, in one language, and what of it the house has not stated. */
public final class RecordParties {
    private RecordParties() {}

    /**
     * @param part {@code controller}, {@code processor} or {@code platform}
     * @param does what it does for the house; of a platform its channel
     * @param contact of the controller, its data protection officer included
     * @param abroad whether data that are there have left the controller's country
     */
    public record Party(
            String part,
            String partTitle,
            String name,
            @Nullable String does,
            @Nullable String contact,
            String country,
            String countryTitle,
            @Nullable String contract,
            boolean abroad,
            @Nullable String safeguard) {}

    /** The controller first, then processors and platforms in the order of the file. */
    static List<Party> of(Processing processing, Words words) {
        Parties parties = processing.rules().parties();
        Lang lang = words.lang();
        List<Party> all = new ArrayList<>();
        parties.controller().ifPresent(one -> all.add(controller(one, lang)));
        parties.processors().forEach(one -> all.add(processor(one, parties.abroad(one.country()), lang)));
        parties.platforms().forEach(one -> all.add(platform(one, parties.abroad(one.country()), lang)));
        return List.copyOf(all);
    }

    private static Party controller(Parties.Controller one, Lang lang) {
        return new Party(
                "controller",
                RecordPhrase.PART_CONTROLLER.in(lang),
                one.name(),
                null,
                contact(one, lang),
                one.country(),
                country(one.country(), lang),
                null,
                false,
                null);
    }

    private static Party processor(Parties.Processor one, boolean abroad, Lang lang) {
        return new Party(
                "processor",
                RecordPhrase.PART_PROCESSOR.in(lang),
                one.name(),
                one.does().get(lang),
                null,
                one.country(),
                country(one.country(), lang),
                one.contract(),
                abroad,
                stated(one.safeguard()));
    }

    private static Party platform(Parties.Platform one, boolean abroad, Lang lang) {
        return new Party(
                "platform",
                RecordPhrase.PART_PLATFORM.in(lang),
                one.name(),
                one.channel().word(),
                null,
                one.country(),
                country(one.country(), lang),
                null,
                abroad,
                stated(one.safeguard()));
    }

    private static String contact(Parties.Controller one, Lang lang) {
        return one.officer().isBlank()
                ? one.contact()
                : one.contact() + "; " + RecordPhrase.PROTECTION_OFFICER.in(lang, one.officer());
    }

    private static @Nullable String stated(String text) {
        return text.isBlank() ? null : text;
    }

    private static String country(String code, Lang lang) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(lang.locale());
    }

    /** What the record cannot say because the house has not. */
    static List<RecordAnswers.Point> missing(Processing processing, Words words) {
        Parties parties = processing.rules().parties();
        List<RecordAnswers.Point> missing = new ArrayList<>();
        if (parties.controller().filter(one -> !one.officer().isBlank()).isEmpty()) {
            missing.add(
                    RecordAnswers.Point.of("controller", RecordPhrase.CONTROLLER, RecordPhrase.CONTROLLER_TEXT, words));
        }
        Set<Channel> unnamed = unnamed(processing, parties);
        if (parties.controller().isEmpty() || !unnamed.isEmpty()) {
            missing.add(
                    RecordAnswers.Point.of("transfers", RecordPhrase.TRANSFERS, RecordPhrase.TRANSFERS_TEXT, words));
        }
        if (parties.processors().isEmpty()) {
            missing.add(
                    RecordAnswers.Point.of("processors", RecordPhrase.PROCESSORS, RecordPhrase.PROCESSORS_TEXT, words));
        }
        missing.add(RecordAnswers.Point.of("staff", RecordPhrase.STAFF, RecordPhrase.STAFF_TEXT, words));
        return missing;
    }

    /** Apps that the house writes over, of which nobody said who runs them and where. */
    private static Set<Channel> unnamed(Processing processing, Parties parties) {
        Set<Channel> used = processing.activities().stream()
                .map(Activity::channels)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        parties.platforms().forEach(one -> used.remove(one.channel()));
        return used;
    }
}
