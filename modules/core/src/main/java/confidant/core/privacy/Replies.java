package confidant.core.privacy;

import confidant.core.people.Wish;
import confidant.core.privacy.PrivacyDesk.Letter;
import confidant.core.privacy.PrivacyDesk.Look;
import confidant.core.privacy.PrivacyDesk.Part;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.TagId;
import confidant.policy.PolicyEngine;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the house answers in a chat when a client speaks about their data, in three languages. */
final class Replies {
    private static final int LOOKS = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final PolicyEngine policy;

    Replies(PolicyEngine policy) {
        this.policy = policy;
    }

    /** The four letters by which a client names a fact. */
    static String code(TagId id) {
        return id.toString().replace("-", "").substring(0, 4);
    }

    private static String pick(Lang lang, String hant, String hans, String en) {
        return switch (lang) {
            case ZH_HANT -> hant;
            case ZH_HANS -> hans;
            case EN -> en;
        };
    }

    private static Personal<String> said(Lang lang, String hant, String hans, String en) {
        return Personal.of(pick(lang, hant, hans, en));
    }

    static Personal<String> welcome(String link, Lang lang) {
        return said(
                lang,
                "您好，謝謝您加入。在您同意之前，我們只為了服務您而保留對話內容。您可以在這裡查看並決定每一項用途：" + link,
                "您好，谢谢您加入。在您同意之前，我们只为了服务您而保留对话内容。您可以在这里查看并决定每一项用途：" + link,
                "Hello, and thank you for adding us. Until you agree to more, we keep what you write only to serve you."
                        + " See and decide every purpose here: " + link);
    }

    static Personal<String> signalled(Lang lang) {
        return said(
                lang,
                "您的瀏覽器要求不要行銷（Global Privacy Control），我們照辦：問候與分享已關閉。想要其中一項，在隱私頁打開就好。",
                "您的浏览器要求不要营销（Global Privacy Control），我们照办：问候与分享已关闭。想要其中一项，在隐私页打开就好。",
                "Your browser asks for no marketing (Global Privacy Control), and we heard it: greetings and shared content"
                        + " are off. If you want one of them, turn it on at your privacy page.");
    }

    static Personal<String> stopped(Lang lang) {
        return said(
                lang,
                "好的，已經停止。問候與分享都不會再寄給您，相關資料已無法再開啟。服務照常。",
                "好的，已经停止。问候与分享都不会再发给您，相关资料已无法再打开。服务照常。",
                "Done. You will get no more greetings or shared content, and what we kept for them can no longer"
                        + " be opened. Your service goes on as before.");
    }

    static Personal<String> removed(Lang lang) {
        return said(lang, "好的，這一項已經拿掉了。", "好的，这一项已经拿掉了。", "Done: we no longer keep that.");
    }

    static Personal<String> corrected(Lang lang) {
        return said(lang, "好的，已經更正。", "好的，已经更正。", "Done: it has been put right.");
    }

    static Personal<String> noSuchFact(Lang lang) {
        return said(
                lang,
                "找不到這個代碼。請輸入「隱私」，看每一項後面方括號裡的代碼。",
                "找不到这个代码。请输入“隐私”，看每一项后面方括号里的代码。",
                "There is no fact with that code. Write “privacy” to see the code in brackets after each one.");
    }

    static Personal<String> notInForm(Lang lang) {
        return said(
                lang,
                "這一項不能這樣寫，沒有更動。日期請寫成 1994-05-03 或 --05-03。",
                "这一项不能这样写，没有更动。日期请写成 1994-05-03 或 --05-03。",
                "That cannot be written so, and nothing was changed. A date is written 1994-05-03 or --05-03.");
    }

    static Personal<String> complained(Lang lang) {
        return said(
                lang,
                "已收到您的申訴。只有法遵人員看得到內容，專屬管家看不到。",
                "已收到您的投诉。只有合规人员看得到内容，专属管家看不到。",
                "We have your complaint. Only the compliance officer reads it, your concierge does not.");
    }

    static Personal<String> download(String link, Lang lang) {
        return said(
                lang,
                "這裡可以把您的一切下載成一個檔案，能讀，也能給程式用：" + link,
                "这里可以把您的一切下载成一个文件，能读，也能给程序用：" + link,
                "Here you can download everything in one file, to read and for programs: " + link);
    }

    static Personal<String> erase(String link, Lang lang) {
        return said(
                lang,
                "請打開這一頁，最下方可以「全部刪除」：對話與記下的一切從此無法開啟，也無法復原。" + link + " 只想收回其中一項，用那一項的開關。",
                "请打开这一页，最下方可以“全部删除”：对话与记下的一切从此无法打开，也无法恢复。" + link + " 只想收回其中一项，用那一项的开关。",
                "Open this page; «Erase everything» is at its end. The conversation and all that was noted can then never"
                        + " be opened again, not by us either: " + link
                        + " To take back one purpose only, use its switch there.");
    }

    /** A message is kept between us; {@code until} at the latest. */
    Personal<String> confided(boolean before, String concierge, Instant until, Lang lang) {
        String day = DAY.format(until);
        String take = title(Purpose.CONFIDENCE, lang);
        return said(
                lang,
                (before ? "好的，您的上一則訊息" : "好的，這則訊息") + "只有" + concierge + "讀得到，小幫手不讀，也不會記下。最遲保留到 " + day + "；回覆「收回 "
                        + take + "」就立刻銷毀。",
                (before ? "好的，您的上一条消息" : "好的，这条消息") + "只有" + concierge + "读得到，小助手不读，也不会记下。最迟保留到 " + day + "；回复“收回 "
                        + take + "”就立刻销毁。",
                (before ? "Noted: your message before this one" : "Noted: this message") + " is read by " + concierge
                        + " alone. The assistant does not read it and nothing is noted from it. It is kept until " + day
                        + " at the latest; “take back " + take + "” destroys it at once.");
    }

    static Personal<String> nothingBefore(Lang lang) {
        return said(
                lang,
                "在這之前沒有您的訊息。請把「只跟你說」和要說的話寫在同一則訊息裡。",
                "在这之前没有您的消息。请把“只跟你说”和要说的话写在同一条消息里。",
                "There is no message of yours before this one. Write “just between us” and what you want to say in one"
                        + " message.");
    }

    Personal<String> which(Lang lang) {
        return said(
                lang,
                "請說明是哪一項，例如「同意 " + first(lang) + "」或「不同意 " + first(lang) + "」。可選：" + purposes(lang) + "。",
                "请说明是哪一项，例如“同意 " + first(lang) + "”或“不同意 " + first(lang) + "”。可选：" + purposes(lang) + "。",
                "Please say which one, such as “agree " + first(lang) + "” or “decline " + first(lang)
                        + "”. There are: " + purposes(lang) + ".");
    }

    Personal<String> answered(Purpose purpose, boolean yes, Lang lang) {
        String title = title(purpose, lang);
        return yes
                ? said(
                        lang,
                        "謝謝，已記下您同意「" + title + "」。回覆「不同意 " + title + "」就能收回。",
                        "谢谢，已记下您同意“" + title + "”。回复“不同意 " + title + "”就能收回。",
                        "Thank you: you agreed to “" + title + "”. “decline " + title + "” takes it back.")
                : said(
                        lang,
                        "好的，「" + title + "」已關閉，相關資料無法再開啟。服務照常。",
                        "好的，“" + title + "”已关闭，相关资料无法再打开。服务照常。",
                        "Done: “" + title
                                + "” is off, and what we kept for it can no longer be opened. Your service goes on"
                                + " as before.");
    }

    Personal<String> help(Lang lang) {
        return Personal.of(words(lang));
    }

    private String words(Lang lang) {
        String one = first(lang);
        return pick(
                lang,
                "您可以這樣說：隱私；同意 " + one + "；不同意 " + one + "；不對 代碼；更正 代碼 新內容；暫停 30 天；恢復；時段 10-18；"
                        + "每週最多 1 則；只用 LINE；退訂；下載；只跟你說：內容；申訴：內容；刪除我的資料。",
                "您可以这样说：隐私；同意 " + one + "；不同意 " + one + "；不对 代码；更正 代码 新内容；暂停 30 天；恢复；时段 10-18；"
                        + "每周最多 1 条；只用 LINE；退订；下载；只跟你说：内容；投诉：内容；删除我的资料。",
                "You can write: privacy; agree " + one + "; decline " + one
                        + "; wrong CODE; correct CODE new value; pause 30 days; resume; hours 10-18; at most 1 a week;"
                        + " only by LINE; stop; download; just between us: words; complaint: words; erase me.");
    }

    private String first(Lang lang) {
        return policy.purposes().stream()
                .filter(info -> info.basis() == Basis.CONSENT && !info.marked())
                .findFirst()
                .map(info -> info.title().get(lang))
                .orElse("");
    }

    private String purposes(Lang lang) {
        return policy.purposes().stream()
                .filter(info -> info.basis() == Basis.CONSENT && !info.marked())
                .map(info -> info.title().get(lang))
                .collect(Collectors.joining(pick(lang, "、", "、", ", ")));
    }

    private String title(Purpose purpose, Lang lang) {
        return policy.purpose(purpose).map(info -> info.title().get(lang)).orElse(purpose.id());
    }

    /** What is known, why, since when, from which message, who looked last. */
    Personal<String> known(Letter letter, String link, Lang lang) {
        String parts = letter.parts().stream()
                .filter(part ->
                        part.purpose().basis() == Basis.CONSENT || !part.tags().isEmpty())
                .map(part -> part(part, lang))
                .collect(Collectors.joining("\n"));
        return said(
                lang,
                "我們知道的，以及用途：\n" + parts + looks(letter, lang) + "\n" + words(lang) + "\n查看全部、更正或收回：" + link,
                "我们知道的，以及用途：\n" + parts + looks(letter, lang) + "\n" + words(lang) + "\n查看全部、更正或收回：" + link,
                "What we know, and why:\n" + parts + looks(letter, lang) + "\n" + words(lang)
                        + "\nSee it all, correct it or take it back: " + link);
    }

    private String part(Part part, Lang lang) {
        PurposeInfo info = part.purpose();
        String state = info.basis() == Basis.CONSENT ? ": " + state(part.status(), lang) : "";
        String since = part.since().map(at -> since(at, lang)).orElse("");
        String facts = part.tags().stream()
                .filter(tag -> tag.value().isPresent())
                .map(tag -> "\n　" + fact(tag, lang))
                .collect(Collectors.joining());
        return "・" + info.title().get(lang) + state + since + facts;
    }

    private static String state(ConsentStatus status, Lang lang) {
        return switch (status) {
            case GIVEN, RENEWED -> pick(lang, "已同意", "已同意", "agreed");
            case PENDING -> pick(lang, "口頭同意，待您確認", "口头同意，待您确认", "agreed aloud, for you to confirm");
            default -> pick(lang, "未同意", "未同意", "not agreed");
        };
    }

    private String fact(Shown tag, Lang lang) {
        String source = tag.evidence() > 0
                ? pick(
                        lang,
                        "，出自您的第 " + tag.evidence() + " 則訊息",
                        "，出自您的第 " + tag.evidence() + " 条消息",
                        ", from message " + tag.evidence())
                : "";
        return kind(tag.kind(), lang) + ": " + value(tag, lang) + " [" + code(tag.id()) + "]" + since(tag.since(), lang)
                + source;
    }

    private static String since(Instant at, Lang lang) {
        String day = DAY.format(at);
        return pick(lang, "（" + day + " 起）", "（" + day + " 起）", " (since " + day + ")");
    }

    private String kind(String kind, Lang lang) {
        return policy.tagKind(kind).map(k -> k.title().get(lang)).orElse(kind);
    }

    private String value(Shown tag, Lang lang) {
        String value = tag.value().map(Personal::reveal).orElse("");
        return policy.tagKind(tag.kind())
                .map(kind -> kind.values().get(value))
                .map(titles -> titles.getOrDefault(lang, value))
                .orElse(value);
    }

    private String looks(Letter letter, Lang lang) {
        List<Look> last = letter.looks().stream().limit(LOOKS).toList();
        if (last.isEmpty()) {
            return "";
        }
        String lines = last.stream()
                .map(look -> "\n　" + DAY.format(look.at()) + " " + who(look.who(), letter.concierge(), lang) + ", "
                        + title(look.purpose(), lang))
                .collect(Collectors.joining());
        return "\n" + pick(lang, "最近誰看過：", "最近谁看过：", "Who looked lately:") + lines;
    }

    private String title(String purpose, Lang lang) {
        return purpose.isEmpty() ? "" : title(new Purpose(purpose), lang);
    }

    private static String who(String role, String concierge, Lang lang) {
        Map<String, String> names = Map.of(
                "concierge", concierge,
                "assistant", pick(lang, "小幫手", "小助手", "the assistant"),
                "scheduler", pick(lang, "商家", "商家", "the house"),
                "officer", pick(lang, "法遵人員", "合规人员", "the compliance officer"));
        return names.getOrDefault(role, role);
    }

    Personal<String> wish(Wish wish, Lang lang) {
        StringBuilder text = new StringBuilder(
                pick(lang, "好的，問候與分享照您的意思：", "好的，问候与分享照您的意思：", "Noted, for greetings and shared content:"));
        wish.pausedUntil()
                .ifPresent(until -> text.append(pick(
                        lang,
                        " 暫停到 " + DAY.format(until) + "。",
                        " 暂停到 " + DAY.format(until) + "。",
                        " paused until " + DAY.format(until) + ".")));
        wish.hours()
                .ifPresent(h -> text.append(pick(
                        lang,
                        " 只在 " + h.from() + " 到 " + h.to() + " 之間。",
                        " 只在 " + h.from() + " 到 " + h.to() + " 之间。",
                        " only between " + h.from() + " and " + h.to() + ".")));
        wish.often().ifPresent(often -> text.append(often(often, lang)));
        wish.channels()
                .forEach(channel -> text.append(pick(
                        lang,
                        " 只用 " + channel.word() + "。",
                        " 只用 " + channel.word() + "。",
                        " only by " + channel.word() + ".")));
        return Personal.of(
                wish.equals(Wish.NONE) ? text + pick(lang, " 沒有限制。", " 没有限制。", " without limits.") : text.toString());
    }

    private static String often(Wish.Often often, Lang lang) {
        boolean week = often.span() == Wish.Span.WEEK;
        return pick(
                lang,
                (week ? " 每週" : " 每月") + "最多 " + often.most() + " 則。",
                (week ? " 每周" : " 每月") + "最多 " + often.most() + " 条。",
                " at most " + often.most() + (week ? " a week." : " a month."));
    }
}
