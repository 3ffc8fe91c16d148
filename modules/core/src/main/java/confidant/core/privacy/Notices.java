package confidant.core.privacy;

import confidant.core.privacy.PrivacyDesk.Notice;
import confidant.model.Lang;
import confidant.policy.PolicyEngine;
import confidant.policy.PurposeInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The text shown before consent: three sentences, then one line for each purpose. */
public final class Notices {
    static final String ID = "chat";
    static final int VERSION = 1;

    private final PolicyEngine policy;

    public Notices(PolicyEngine policy) {
        this.policy = policy;
    }

    Notice notice(String concierge, Lang lang) {
        List<String> paragraphs = switch (lang) {
            case ZH_HANT ->
                List.of(
                        "您好，這裡是" + concierge + "。為了服務您，我們會加密保存這段對話。",
                        "下面每一項都由您決定，不勾選也能得到同樣的服務。",
                        "您隨時可以在對話中輸入「隱私」查看、更正或收回。");
            case ZH_HANS ->
                List.of(
                        "您好，这里是" + concierge + "。为了服务您，我们会加密保存这段对话。",
                        "下面每一项都由您决定，不勾选也能得到同样的服务。",
                        "您随时可以在对话中输入“隐私”查看、更正或收回。");
            case EN ->
                List.of(
                        "Hello, this is " + concierge + ". To serve you we keep this conversation, encrypted.",
                        "Each line below is yours to decide; leaving a box empty changes nothing in your service.",
                        "Write “privacy” in the chat at any time to see, correct or take back what we know.");
        };
        List<PurposeInfo> purposes = List.copyOf(policy.purposes());
        return new Notice(ID, VERSION, hash(paragraphs, purposes, lang), lang, paragraphs, purposes);
    }

    private static String hash(List<String> paragraphs, List<PurposeInfo> purposes, Lang lang) {
        StringBuilder text = new StringBuilder(String.join("\n", paragraphs));
        for (PurposeInfo info : purposes) {
            text.append('\n')
                    .append(info.title().get(lang))
                    .append('\n')
                    .append(info.why().get(lang));
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
