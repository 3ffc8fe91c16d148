package confidant.core.conversation;

import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.policy.PolicyEngine;

/** What the house itself says in a chat, in the client's language. */
public final class Phrases {
    private final PolicyEngine policy;

    public Phrases(PolicyEngine policy) {
        this.policy = policy;
    }

    public Personal<String> consentRequest(Purpose purpose, Lang lang) {
        String title =
                policy.purpose(purpose).map(info -> info.title().get(lang)).orElse(purpose.id());
        String why = policy.purpose(purpose).map(info -> info.why().get(lang)).orElse("");
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "想請問您是否同意「" + title + "」？" + why + "不同意也不影響服務，隨時可以收回。";
                    case ZH_HANS -> "想请问您是否同意“" + title + "”？" + why + "不同意也不影响服务，随时可以收回。";
                    case EN ->
                        "May we use your data for “" + title + "”? " + why
                                + " Saying no changes nothing in your service, and you can take a yes back at any time.";
                });
    }

    public Personal<String> welcome(String link, Lang lang) {
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "您好，謝謝您加入。在您同意之前，我們只為了服務您而保留對話內容。您可以在這裡查看並決定每一項用途：" + link;
                    case ZH_HANS -> "您好，谢谢您加入。在您同意之前，我们只为了服务您而保留对话内容。您可以在这里查看并决定每一项用途：" + link;
                    case EN ->
                        "Hello, and thank you for adding us. Until you agree to more, we keep what you write only to serve you."
                                + " See and decide every purpose here: " + link;
                });
    }

    /** @param known one line per purpose, already in the language */
    public Personal<String> known(String known, String link, Lang lang) {
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "我們知道的，以及用途：\n" + known + "\n查看全部、更正或收回：" + link;
                    case ZH_HANS -> "我们知道的，以及用途：\n" + known + "\n查看全部、更正或收回：" + link;
                    case EN -> "What we know, and why:\n" + known + "\nSee it all, correct it or take it back: " + link;
                });
    }

    public Personal<String> stopped(Lang lang) {
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "好的，已經停止。問候與分享都不會再寄給您，相關資料已無法再開啟。服務照常。";
                    case ZH_HANS -> "好的，已经停止。问候与分享都不会再发给您，相关资料已无法再打开。服务照常。";
                    case EN ->
                        "Done. You will get no more greetings or shared content, and what we kept for them can no longer"
                                + " be opened. Your service goes on as before.";
                });
    }

    /** The name of a status, for the short list in the chat. */
    public String status(boolean given, Lang lang) {
        return switch (lang) {
            case ZH_HANT -> given ? "已同意" : "未同意";
            case ZH_HANS -> given ? "已同意" : "未同意";
            case EN -> given ? "agreed" : "not agreed";
        };
    }
}
