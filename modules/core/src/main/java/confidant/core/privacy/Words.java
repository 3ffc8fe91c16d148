package confidant.core.privacy;

import confidant.model.Personal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which a client steers privacy in any chat. They are read before any assistant, and only when the message is
 * that word and nothing else, so that «please cancel my booking» stays a message for the concierge.
 */
public enum Words {
    /** Show me what you know. */
    SHOW(Set.of("privacy", "my data", "隱私", "隐私", "我的資料", "我的资料")),
    /** No more marketing. */
    STOP(Set.of("stop", "unsubscribe", "退訂", "退订", "取消", "取消訂閱", "取消订阅")),
    /** What can I say. */
    HELP(Set.of("privacy help", "隱私說明", "隐私说明", "隱私指令", "隐私指令")),
    /** Give me everything to take away; answered with the way to the file. */
    DOWNLOAD(Set.of(
            "download",
            "download my data",
            "download everything",
            "export my data",
            "下載",
            "下载",
            "下載我的資料",
            "下载我的资料",
            "全部下載",
            "全部下载",
            "匯出我的資料",
            "导出我的资料")),
    /** The pause is over. */
    RESUME(Set.of("resume", "恢復", "恢复", "恢復問候", "恢复问候")),
    /** Forget me; the answer leads to the page, which asks once more: no word in a chat does what nobody can take back. */
    ERASE(Set.of(
            "erase",
            "erase me",
            "erase my data",
            "erase everything",
            "forget me",
            "刪除我的資料",
            "删除我的资料",
            "全部刪除",
            "全部删除",
            "忘記我",
            "忘记我"));

    private static final int LONGEST = 30;
    // Room for marks and spaces around the longest word; what is longer is none, and is not looked at.
    private static final int LONGEST_WRITTEN = 3 * LONGEST;
    private static final Pattern MARKS = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> POLITE = Set.of("please", "請", "请");

    private final Set<String> forms;

    Words(Set<String> forms) {
        this.forms = forms;
    }

    /** The word that {@code text} is, if it is one. */
    public static Optional<Words> in(Personal<String> text) {
        if (text.reveal().strip().length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        String words = Normalizer.normalize(text.reveal(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = SPACES.matcher(MARKS.matcher(words).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (plain.length() > LONGEST) {
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
