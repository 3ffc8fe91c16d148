package confidant.app.sample;

import confidant.app.sample.Invented.Fact;
import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Invents clients by rule: the same number on the same day is always the same client. Pure. */
final class Inventor {
    private static final long SEED = 20_261_122L;
    // One in so many has a birthday today, and one tomorrow, so that a new house has something to greet.
    private static final int EVERY = 25;

    private final LocalDate today;

    Inventor(LocalDate today) {
        this.today = today;
    }

    /** Even numbers write in the web chat, odd ones over LINE. */
    Invented client(int number) {
        SplittableRandom dice = new SplittableRandom(SEED + number * 7_919L);
        Lang lang = lang(dice);
        Map<Purpose, Boolean> consents = consents(dice);
        Map<Purpose, List<Fact>> tags = new TreeMap<>();
        consents.forEach((purpose, given) -> {
            List<Fact> facts = facts(purpose, number, lang, dice.split());
            if (given && !facts.isEmpty()) {
                tags.put(purpose, facts);
            }
        });
        tags.put(Purpose.SERVICE, served(lang, dice));
        return new Invented(
                number,
                number % 2 == 0 ? Channel.WEBCHAT : Channel.LINE,
                lang,
                zone(lang, dice),
                Vocabulary.name(lang, dice),
                consents,
                tags,
                number % 2 == 0 && number < 24 ? Vocabulary.words(lang, number / 2) : List.of());
    }

    private static Lang lang(SplittableRandom dice) {
        int roll = dice.nextInt(10);
        return roll < 6 ? Lang.ZH_HANT : roll < 8 ? Lang.ZH_HANS : Lang.EN;
    }

    private static ZoneId zone(Lang lang, SplittableRandom dice) {
        List<String> zones = switch (lang) {
            case ZH_HANT -> List.of("Asia/Taipei", "Asia/Taipei", "Asia/Hong_Kong");
            case ZH_HANS -> List.of("Asia/Shanghai", "Asia/Shanghai", "Asia/Singapore");
            case EN -> List.of("Asia/Taipei", "Europe/London", "America/New_York");
        };
        return ZoneId.of(zones.get(dice.nextInt(zones.size())));
    }

    // Most say yes to most, some say no, some were never asked: all of it has to be seen at the desk.
    private static Map<Purpose, Boolean> consents(SplittableRandom dice) {
        Map<Purpose, Boolean> consents = new TreeMap<>();
        for (Purpose purpose : List.of(Purpose.PERSONALISATION, Purpose.GREETING, Purpose.SHARING, Purpose.TRIP)) {
            int roll = dice.nextInt(10);
            if (roll < 9) {
                consents.put(purpose, roll < 7);
            }
        }
        return consents;
    }

    private List<Fact> facts(Purpose purpose, int number, Lang lang, SplittableRandom dice) {
        List<Fact> facts = new ArrayList<>();
        LocalDate birthday = birthday(number);
        if (purpose.equals(Purpose.PERSONALISATION)) {
            facts.add(new Fact("birthday", birthday.toString()));
            facts.add(new Fact("region", Vocabulary.region(dice)));
            facts.add(new Fact("purchases", Integer.toString(dice.nextInt(12))));
            facts.add(new Fact("likes", Vocabulary.liking(lang, dice)));
        } else if (purpose.equals(Purpose.GREETING)) {
            facts.add(new Fact("birthday", birthday.toString()));
            if (dice.nextInt(4) == 0) {
                facts.add(new Fact(
                        "anniversary",
                        "--" + birthday.plusDays(dice.nextInt(300)).toString().substring(5)));
            }
        } else if (purpose.equals(Purpose.SHARING)) {
            facts.add(new Fact("region", Vocabulary.region(dice)));
            facts.add(new Fact("likes", Vocabulary.liking(lang, dice)));
        } else if (purpose.equals(Purpose.TRIP) && dice.nextInt(3) == 0) {
            facts.add(new Fact("travel-plan", Vocabulary.plan(lang, dice)));
        }
        return facts;
    }

    private LocalDate birthday(int number) {
        SplittableRandom dice = new SplittableRandom(SEED ^ number);
        LocalDate day = switch (number % EVERY) {
            case 3, 4 -> today.plusDays(number % EVERY - 3);
            default -> today.minusDays(1 + dice.nextInt(364));
        };
        return day.minusYears(20 + dice.nextInt(50));
    }

    private static List<Fact> served(Lang lang, SplittableRandom dice) {
        return dice.nextInt(3) == 0 ? List.of(new Fact("dietary", Vocabulary.diet(lang, dice))) : List.of();
    }
}
