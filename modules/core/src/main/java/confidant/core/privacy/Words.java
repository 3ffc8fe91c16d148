package confidant.core.privacy;

import confidant.model.Personal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The words by which a client steers privacy in any chat. They are read before any assistant, and only when the message is
 * that word and nothing else, so that «please cancel my booking» stays a message for the concierge.
 */
public enum Words {
    /** Show me what you know. */
    SHOW(Set.of("privacy", "my data", "隱私", "隐私", "我的資料", "我的资料")),
    /** No more marketing. */
    STOP(Set.of("stop", "unsubscribe", "退訂", "退订", "取消", "取消訂閱", "取消订阅"));

    private static final Set<String> POLITE = Set.of("please", "請", "请");

    private final Set<String> forms;

    Words(Set<String> forms) {
        this.forms = forms;
    }

    /** The word that {@code text} is, if it is one. */
    public static Optional<Words> in(Personal<String> text) {
        String plain = Normalizer.normalize(text.reveal(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\p{IsPunctuation}]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (plain.length() > 30) {
            return Optional.empty();
        }
        for (String polite : POLITE) {
            if (plain.startsWith(polite)) {
                plain = plain.substring(polite.length()).strip();
            }
            if (plain.endsWith(polite)) {
                plain = plain.substring(0, plain.length() - polite.length()).strip();
            }
        }
        for (Words word : values()) {
            if (word.forms.contains(plain)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
