package confidant.core.greeting;

import confidant.model.Lang;
import confidant.model.Personal;
import java.util.List;
import java.util.Map;

/** What a greeting says. Nothing in it tells more than that the client has a day to be greeted on. */
final class GreetingText {
    private static final Map<Lang, List<String>> BIRTHDAY = Map.of(
            Lang.ZH_HANT, List.of("生日快樂！願您新的一歲平安順心。", "祝您生日快樂，今天也請好好享受。", "生日快樂！願這一年有許多值得期待的事。"),
            Lang.ZH_HANS, List.of("生日快乐！愿您新的一岁平安顺心。", "祝您生日快乐，今天也请好好享受。", "生日快乐！愿这一年有许多值得期待的事。"),
            Lang.EN,
                    List.of(
                            "Happy birthday! I wish you a year of good health and good company.",
                            "Happy birthday! May today be all yours.",
                            "Happy birthday! Here is to a year with much to look forward to."));
    private static final Map<Lang, List<String>> ANNIVERSARY = Map.of(
            Lang.ZH_HANT, List.of("紀念日快樂！願這一天充滿美好回憶。", "在這特別的日子，祝您一切美好。"),
            Lang.ZH_HANS, List.of("纪念日快乐！愿这一天充满美好回忆。", "在这特别的日子，祝您一切美好。"),
            Lang.EN,
                    List.of(
                            "Happy anniversary! May it be a day of fond memories.",
                            "Wishing you all the best on this special day."));
    private static final Map<Lang, String> LATE = Map.of(
            Lang.ZH_HANT, "晚了一些才向您道賀，請見諒。",
            Lang.ZH_HANS, "晚了一些才向您道贺，请见谅。",
            Lang.EN, "Forgive me for being late with this. ");

    private GreetingText() {}

    /**
     * @param variant any number; the same one gives the same words
     * @param from the display name of the concierge
     * @param late whether the day is over where the client is
     */
    static Personal<String> of(String kind, Lang lang, int variant, String from, boolean late) {
        Map<Lang, List<String>> texts = kind.equals("birthday") ? BIRTHDAY : ANNIVERSARY;
        List<String> choices = texts.getOrDefault(lang, List.of());
        String words = choices.get(Math.floorMod(variant, choices.size()));
        String sorry = late ? LATE.getOrDefault(lang, "") : "";
        String dash = lang == Lang.EN ? " — " : " —— ";
        return Personal.of(sorry + words + dash + from);
    }
}
