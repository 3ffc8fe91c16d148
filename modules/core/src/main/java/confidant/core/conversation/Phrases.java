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

    /** The question for one purpose. */
    public Personal<String> consentRequest(Purpose purpose, Lang lang) {
        String title = title(purpose, lang);
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "想請問您是否同意「" + title + "」？" + why(purpose, lang) + hant(title);
                    case ZH_HANS -> "想请问您是否同意“" + title + "”？" + why(purpose, lang) + hans(title);
                    case EN -> "May we use your data for “" + title + "”? " + why(purpose, lang) + english(title);
                });
    }

    /** Asks to confirm a yes that was said aloud. */
    public Personal<String> confirmYes(Purpose purpose, Lang lang) {
        String title = title(purpose, lang);
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "您口頭告訴我們同意「" + title + "」。要您在這裡確認才算數。" + why(purpose, lang) + hant(title);
                    case ZH_HANS -> "您口头告诉我们同意“" + title + "”。要您在这里确认才算数。" + why(purpose, lang) + hans(title);
                    case EN ->
                        "You told us aloud that you agree to “" + title + "”. It counts only once you confirm it here. "
                                + why(purpose, lang) + english(title);
                });
    }

    /** Asks anew, since the notice has changed. */
    public Personal<String> askedAnew(Purpose purpose, Lang lang) {
        String title = title(purpose, lang);
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "「" + title + "」的告知內容變了，您先前的同意不再算數，所以重新請問您。" + why(purpose, lang) + hant(title);
                    case ZH_HANS -> "“" + title + "”的告知内容变了，您先前的同意不再算数，所以重新请问您。" + why(purpose, lang) + hans(title);
                    case EN ->
                        "What we tell you about “" + title
                                + "” has changed, so your earlier yes no longer counts and we ask you anew. "
                                + why(purpose, lang) + english(title);
                });
    }

    /** Tells that a no which was said aloud has been written down. */
    public Personal<String> notedNo(Purpose purpose, Lang lang) {
        String title = title(purpose, lang);
        return Personal.of(
                switch (lang) {
                    case ZH_HANT ->
                        "您口頭告訴我們不同意「" + title + "」，已經照辦：從現在起不再使用，先前為此記下的無法再開啟。如果不是這樣，請回覆「同意 " + title + "」。";
                    case ZH_HANS ->
                        "您口头告诉我们不同意“" + title + "”，已经照办：从现在起不再使用，先前为此记下的无法再打开。如果不是这样，请回复“同意 " + title + "”。";
                    case EN ->
                        "You told us aloud that you do not agree to “" + title
                                + "”, and it is done: we no longer use your data for it, and what was noted for it can no longer"
                                + " be opened. If that is not so, write “agree " + title + "”.";
                });
    }

    /** Tells where a file can be seen that was sent to a client over an app. */
    public Personal<String> file(Lang lang, String link) {
        return Personal.of(
                switch (lang) {
                    case ZH_HANT -> "傳了一個檔案給您，請在這裡開啟（連結七天內有效）：" + link;
                    case ZH_HANS -> "发了一个文件给您，请在这里打开（链接七天内有效）：" + link;
                    case EN -> "A file for you. Open it here (the link is good for seven days): " + link;
                });
    }

    private String title(Purpose purpose, Lang lang) {
        return policy.purpose(purpose).map(info -> info.title().get(lang)).orElse(purpose.id());
    }

    private String why(Purpose purpose, Lang lang) {
        return policy.purpose(purpose).map(info -> info.why().get(lang)).orElse("");
    }

    private static String hant(String title) {
        return "不同意也不影響服務，隨時可以收回。請回覆「同意 " + title + "」或「不同意 " + title + "」。";
    }

    private static String hans(String title) {
        return "不同意也不影响服务，随时可以收回。请回复“同意 " + title + "”或“不同意 " + title + "”。";
    }

    private static String english(String title) {
        return " Saying no changes nothing in your service, and you can take a yes back at any time. Write “agree "
                + title + "” or “decline " + title + "”.";
    }
}
