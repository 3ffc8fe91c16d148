package confidant.core.privacy;

import confidant.core.House;
import confidant.core.privacy.PrivacyDesk.Notice;
import confidant.model.Lang;
import confidant.policy.PurposeInfo;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts shown before consent. What a client has said yes or no to is kept under its hash, so that the exact words can be
 * shown again whenever somebody asks what it was.
 */
public final class Notices {
    static final String ID = "chat";
    static final int VERSION = 1;

    private final House house;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    public Notices(House house) {
        this.house = house;
    }

    /** The notice of the web chat: three sentences, then one line for each purpose. */
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
        return Notice.of(
                ID,
                VERSION,
                lang,
                paragraphs,
                house.policy().purposes().stream()
                        .filter(info -> !info.marked())
                        .toList());
    }

    /** The notice of one purpose, as beside its switch and in a request. */
    Notice purpose(PurposeInfo info, Lang lang) {
        String free = switch (lang) {
            case ZH_HANT -> "不同意也不影響服務，隨時可以收回。";
            case ZH_HANS -> "不同意也不影响服务，随时可以收回。";
            case EN -> "Saying no changes nothing in your service, and you can take a yes back at any time.";
        };
        return Notice.of("purpose-" + info.purpose().id(), VERSION, lang, List.of(free), List.of(info));
    }

    /** Keeps the words of a notice; at once where this node has kept them before. @return the hash */
    Future<String> keep(Notice notice) {
        if (kept.contains(notice.hash())) {
            return Future.succeededFuture(notice.hash());
        }
        return house.stores()
                .house()
                .putOnce(name(notice.hash()), notice.text().getBytes(StandardCharsets.UTF_8))
                .map(stored -> {
                    kept.add(notice.hash());
                    return notice.hash();
                });
    }

    /** The exact words behind a hash; empty if no client was ever shown them. */
    public Future<Optional<String>> text(String hash) {
        return house.stores()
                .house()
                .value(name(hash))
                .map(found -> found.map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    private static String name(String hash) {
        return "notice/" + hash;
    }
}
