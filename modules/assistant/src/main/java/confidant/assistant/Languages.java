package confidant.assistant;

import confidant.model.Lang;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the language by counting scripts, and the Chinese script by the characters that only one of the two writes.
 * Text that does not tell (numbers, `ok`, characters that both scripts share) is in the usual language. Thread-safe.
 */
final class Languages {
    private static final Pattern NOT_WORDS = Pattern.compile("https?://\\S+|\\S+@\\S+|[@#]\\S+|\\w*[0-9_]\\w*");
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)?");
    /** Written in every language; they tell nothing. */
    private static final Set<String> UNIVERSAL = Set.of(
            "ok", "okay", "line", "hi", "bye", "email", "app", "vip", "id", "wifi", "pay", "haha", "lol", "no", "spa",
            "yes", "stop", "privacy", "xd");

    private static final Set<String> ENGLISH = Set.of(
            "i", "the", "a", "to", "is", "my", "me", "you", "your", "please", "and", "of", "for", "in", "it", "do",
            "can", "what", "when", "how", "we", "are", "with", "like", "love", "have", "on", "this", "that", "at");
    /** In Big5 for other words, yet written today by Simplified hands only. */
    private static final String SIMPLIFIED_ANYWAY = "么个";

    private final Charset big5 = Charset.forName("Big5");
    private final Charset gb2312 = Charset.forName("GB2312");

    Lang of(String text, Lang usual) {
        String words = NOT_WORDS.matcher(Folding.plain(text)).replaceAll(" ");
        int han = 0;
        int kanaOrHangul = 0;
        for (int c : words.codePoints().toArray()) {
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            if (script == Character.UnicodeScript.HAN) {
                han++;
            } else if (script == Character.UnicodeScript.HIRAGANA
                    || script == Character.UnicodeScript.KATAKANA
                    || script == Character.UnicodeScript.HANGUL) {
                kanaOrHangul++;
            }
        }
        if (kanaOrHangul > 0 && kanaOrHangul * 4 >= han) {
            return usual;
        }
        double english = english(words);
        if (han == 0) {
            return english >= 1 ? Lang.EN : usual;
        }
        // Who usually writes Chinese and mixes in English words is still best answered in Chinese.
        double weight = usual == Lang.EN ? 1 : 2.5;
        return han * weight / 1.6 >= english ? chinese(words, usual) : Lang.EN;
    }

    /** About the number of English words; function words count double, words of every language not at all. */
    private static double english(String words) {
        double found = 0;
        Matcher word = WORD.matcher(words.toLowerCase(java.util.Locale.ROOT));
        while (word.find()) {
            if (ENGLISH.contains(word.group())) {
                found += 2;
            } else if (!UNIVERSAL.contains(word.group())) {
                found += word.group().length() > 2 ? 1 : 0.5;
            }
        }
        return found;
    }

    private Lang chinese(String text, Lang usual) {
        String simplified = Folding.toSimplified(text);
        String traditional = Folding.toTraditional(text);
        CharsetEncoder inBig5 = big5.newEncoder();
        CharsetEncoder inGb = gb2312.newEncoder();
        int hant = 0;
        int hans = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (differs(text, simplified, i) && !inGb.canEncode(c)) {
                hant++;
            } else if (differs(text, traditional, i) && (!inBig5.canEncode(c) || SIMPLIFIED_ANYWAY.indexOf(c) >= 0)) {
                hans++;
            }
        }
        if (hant == hans) {
            return usual == Lang.EN ? Lang.ZH_HANT : usual;
        }
        return hant > hans ? Lang.ZH_HANT : Lang.ZH_HANS;
    }

    private static boolean differs(String text, String other, int at) {
        return text.length() == other.length() && text.charAt(at) != other.charAt(at);
    }
}
