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
                    case ZH_HANT ->
                        "想請問您是否同意「" + title + "」？" + why + "不同意也不影響服務，隨時可以收回。請回覆「同意 " + title + "」或「不同意 " + title
                                + "」。";
                    case ZH_HANS ->
                        "想请问您是否同意“" + title + "”？" + why + "不同意也不影响服务，随时可以收回。请回复“同意 " + title + "”或“不同意 " + title
                                + "”。";
                    case EN ->
                        "May we use your data for “" + title + "”? " + why
                                + " Saying no changes nothing in your service, and you can take a yes back at any time."
                                + " Write “agree " + title + "” or “decline " + title + "”.";
                });
    }
}
