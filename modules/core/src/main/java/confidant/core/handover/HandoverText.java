package confidant.core.handover;

import confidant.core.handover.Offer.Reason;
import confidant.model.Lang;
import confidant.model.Personal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What a client is told of a hand-over in their channel, in three languages. */
final class HandoverText {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private HandoverText() {}

    /** The offer: why, whom there is to choose from, until when, and where. */
    static Personal<String> offer(
            Lang lang, String name, Reason reason, List<String> others, Instant until, ZoneId zone, String link) {
        String end = WHEN.format(until.atZone(zone));
        String list = String.join(lang == Lang.EN ? ", " : "、", others);
        boolean leaving = reason == Reason.LEAVING;
        return said(
                lang,
                name + (leaving ? "即將離開。" : "要請假一段時間。") + "接下來由誰照顧您，由您決定，也可以維持不變。可以選：" + list + "。什麼一起帶過去，由您逐項勾選；" + end
                        + " 之前沒有選擇，就什麼都不會移交。請在這裡選擇：" + link,
                name + (leaving ? "即将离开。" : "要请假一段时间。") + "接下来由谁照顾您，由您决定，也可以保持不变。可以选：" + list + "。什么一起带过去，由您逐项勾选；" + end
                        + " 之前没有选择，就什么都不会移交。请在这里选择：" + link,
                name + (leaving ? " is leaving." : " will be away for a while.")
                        + " Who looks after you next is your choice, and you may leave all as it is. There are: " + list
                        + ". What goes along you tick yourself; without a choice by " + end
                        + " nothing goes. Choose here: " + link);
    }

    /** The one reminder. */
    static Personal<String> reminder(Lang lang, Instant until, ZoneId zone, String link) {
        String end = WHEN.format(until.atZone(zone));
        return said(
                lang,
                "提醒您一次：要不要換一位專屬管家，可以選到 " + end + "。不選也沒關係，什麼都不會移交。" + link,
                "提醒您一次：要不要换一位专属管家，可以选到 " + end + "。不选也没关系，什么都不会移交。" + link,
                "One reminder: until " + end
                        + " you can choose another concierge. It is fine not to; then nothing goes. " + link);
    }

    /** The end without a hand-over. */
    static Personal<String> nothing(Lang lang) {
        return said(
                lang,
                "時間到了：沒有移交，您的資料都留在原處，什麼都沒有帶走。",
                "时间到了：没有移交，您的资料都留在原处，什么都没有带走。",
                "The time is over: nothing was handed over, and everything stays where it was.");
    }

    /** The first words with the next concierge. */
    static Personal<String> arrived(Lang lang, String from, String to, List<String> along, boolean words) {
        String comma = lang == Lang.EN ? ", " : "、";
        String list = String.join(comma, along);
        String went = along.isEmpty() ? pick(lang, "沒有任何用途", "没有任何用途", "no purpose") : list;
        return said(
                lang,
                "從現在起由" + to + "照顧您。依您的選擇，跟著過來的有：" + went + (words ? "，以及對話內容" : "；對話內容沒有過來") + "。其餘的，包括只跟" + from
                        + "說的話，都已在那裡銷毀。",
                "从现在起由" + to + "照顾您。依您的选择，跟着过来的有：" + went + (words ? "，以及对话内容" : "；对话内容没有过来") + "。其余的，包括只跟" + from
                        + "说的话，都已在那里销毁。",
                "From now on " + to + " looks after you. By your choice there came along: " + went
                        + (words ? ", and the conversation" : "; the conversation did not")
                        + ". Everything else, with what was just between you and " + from + ", is destroyed there.");
    }

    private static Personal<String> said(Lang lang, String hant, String hans, String en) {
        return Personal.of(pick(lang, hant, hans, en));
    }

    private static String pick(Lang lang, String hant, String hans, String en) {
        return switch (lang) {
            case ZH_HANT -> hant;
            case ZH_HANS -> hans;
            case EN -> en;
        };
    }
}
