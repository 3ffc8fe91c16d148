package confidant.core.privacy;

import confidant.model.Personal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads what a client marks as said between us. In doubt a message is private: the phrase counts anywhere in it, also where it
 * was meant otherwise. Pure, and linear in the length of the message.
 */
final class BetweenUs {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}]");
    private static final int LONGEST = 60;

    /** Anywhere: the phrases as such. At the beginning, before a mark: «between us: ...». */
    private static final Pattern MARKED =
            Pattern.compile("(?<![a-z])(?:just|only) between (?:us|you and me|the two of us)(?![a-z])"
                    + "|^\\W*between (?:us|you and me) ?[:,.;—–-]"
                    + "|(?:只|僅|仅)(?:跟|和|對|对|同)(?:你|您)(?:說|说|講|讲)");

    /** The whole message: it speaks of the one before. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?:(?:that|this|it|the last (?:one|message)|my last message|what i (?:just )?said) ?(?:was|is|s|stays)"
                    + "|keep (?:that|this|it))? ?(?:just |only )?between (?:us|you and me|the two of us)(?: please)?"
                    + "|(?:請|请)?(?:這|这|那|剛才|刚才|剛剛|刚刚|上面|前面|上一|前一)?(?:句|則|则|條|条|件事|那句|這句|这句|那則|那条|這則|这条)?"
                    + "(?:話|话)?(?:的話|的话|說的|说的|的)?(?:是|我)?(?:只|僅|仅)(?:跟|和|對|对|同)(?:你|您)(?:說|说|講|讲)(?:的|喔|哦)?");

    private BetweenUs() {}

    /** Whether {@code text} is itself to be kept between us. */
    static boolean marks(Personal<String> text) {
        return !marksBefore(text) && MARKED.matcher(folded(text)).find();
    }

    /** Whether {@code text} says of the client's message before it that it was between us, and nothing else. */
    static boolean marksBefore(Personal<String> text) {
        if (text.reveal().strip().length() > LONGEST) {
            return false;
        }
        String plain = MARKS.matcher(folded(text).replace("\u2019", "").replace("'", ""))
                .replaceAll(" ");
        return BEFORE.matcher(SPACES.matcher(plain).replaceAll(" ").strip()).matches();
    }

    private static String folded(Personal<String> text) {
        String words = Normalizer.normalize(text.reveal(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(words).replaceAll(" ").strip();
    }
}
