package confidant.model;

import java.util.Locale;

/** The languages that the house speaks. */
public enum Lang {
    ZH_HANT("zh-Hant"),
    ZH_HANS("zh-Hans"),
    EN("en");

    private final String tag;

    Lang(String tag) {
        this.tag = tag;
    }

    /** BCP 47 tag. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The closest of our languages to a BCP 47 tag, for example {@code zh-TW} to {@link #ZH_HANT}; {@link #EN} for the rest. */
    public static Lang closest(String tag) {
        Locale asked = Locale.forLanguageTag(tag);
        if (!asked.getLanguage().equals("zh")) {
            return EN;
        }
        boolean traditional = asked.getScript().equals("Hant")
                || (asked.getScript().isEmpty()
                        && (asked.getCountry().equals("TW")
                                || asked.getCountry().equals("HK")
                                || asked.getCountry().equals("MO")));
        return traditional ? ZH_HANT : ZH_HANS;
    }
}
