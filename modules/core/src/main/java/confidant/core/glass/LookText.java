package confidant.core.glass;

import confidant.model.Lang;
import confidant.model.Personal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What a client is told of a look, in three languages. */
final class LookText {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm");

    private LookText() {}

    /**
     * @param name of the concierge
     * @param what title of the class of data
     * @param why as the rules word the reason for clients
     */
    static Personal<String> told(
            Lang lang, String name, String what, String purpose, String why, Instant until, ZoneId zone) {
        String end = WHEN.format(until.atZone(zone));
        return Personal.of(
                switch (lang) {
                    case ZH_HANT ->
                        name + "現在起到 " + end + " 為止，可以看到您的「" + what + "」確切內容（原本為「" + purpose + "」只顯示大概），" + why
                                + "。每次查看都會留下紀錄，法遵人員會覆核。覺得不妥，請回覆「申訴：」並寫下原因，只有法遵人員看得到。";
                    case ZH_HANS ->
                        name + "现在起到 " + end + " 为止，可以看到您的“" + what + "”确切内容（原本为“" + purpose + "”只显示大概），" + why
                                + "。每次查看都会留下记录，合规人员会复核。觉得不妥，请回复“投诉：”并写下原因，只有合规人员看得到。";
                    case EN ->
                        "From now until " + end + " " + name + " can see your \"" + what
                                + "\" exactly, which is otherwise shown to them only roughly (for \"" + purpose
                                + "\"), "
                                + why
                                + ". Every look is recorded, and a compliance officer reviews it. If this is not right,"
                                + " answer \"complaint:\" with a few words; only the officer reads them.";
                });
    }
}
