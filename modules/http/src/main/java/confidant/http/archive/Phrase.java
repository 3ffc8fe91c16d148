package confidant.http.archive;

import confidant.model.Lang;
import java.util.Locale;

/** What the page of the archive says, in the house's three languages. */
enum Phrase {
    TITLE("您的資料", "您的资料", "Your data"),
    LEAD(
            "這裡是%s所保存、關於您的一切，製作於 %s。時間以 %s 為準。檔案裡沒有程式，也不會連上網路。",
            "这里是%s所保存、关于您的一切，制作于 %s。时间以 %s 为准。文件里没有程序，也不会连上网络。",
            "This is all that %s keeps about you, made on %s. Times are those of %s. There is no program in this file,"
                    + " and it never goes online."),
    CARE(
            "這些檔案沒有加密，請放在只有您看得到的地方。",
            "这些文件没有加密，请放在只有您看得到的地方。",
            "These files are not encrypted: keep them where only you can see them."),
    SKIP("跳到內容", "跳到内容", "Skip to the content"),
    CONTENTS("目錄", "目录", "Contents"),
    YOU("您是誰", "您是谁", "Who you are"),
    CALLED("稱呼", "称呼", "Name"),
    SPOKEN("語言", "语言", "Language"),
    ZONE("時區", "时区", "Time zone"),
    CONCIERGE("專屬管家", "专属管家", "Your concierge"),
    REACHED("聯絡位址", "联系地址", "Where we reach you"),
    NUMBER("您的編號", "您的编号", "Your number with us"),
    KNOWN("我們知道的事與原因", "我们知道的事与原因", "What we know, and why"),
    NOTHING("沒有記下任何事。", "没有记下任何事。", "Nothing is noted for this."),
    SEALED(
            "鑰匙已銷毀：以往記下的內容已無法再開啟，也不在這份檔案裡。",
            "钥匙已销毁：以往记下的内容已无法再打开，也不在这份文件里。",
            "The key is destroyed: what was noted can no longer be opened by anybody, and is not in this file."),
    WHAT("項目", "项目", "What"),
    VALUE("內容", "内容", "Value"),
    SINCE("起始", "起始", "Since"),
    UNTIL("到期", "到期", "Until"),
    SOURCE("來源", "来源", "Where from"),
    MESSAGE("第 %s 則訊息", "第 %s 条消息", "message %s"),
    GUESSES("小幫手讀到、尚未確認的事", "小助手读到、尚未确认的事", "What the assistant believes to have read, not confirmed"),
    PURPOSE("用途", "用途", "Purpose"),
    WISHES("您對問候與分享的意思", "您对问候与分享的意思", "Your wishes for greetings and shared content"),
    PAUSED("暫停到 %s", "暂停到 %s", "paused until %s"),
    HOURS("只在 %s 到 %s 之間", "只在 %s 到 %s 之间", "only between %s and %s"),
    WEEKLY("每週最多 %s 則", "每周最多 %s 条", "at most %s a week"),
    MONTHLY("每月最多 %s 則", "每月最多 %s 条", "at most %s a month"),
    ONLY("只用 %s", "只用 %s", "only by %s"),
    RECEIPTS("同意與憑據", "同意与凭据", "Consents and receipts"),
    STATUS("狀態", "状态", "Status"),
    AT("時間", "时间", "When"),
    HOW("方式", "方式", "How"),
    RECEIPT("憑據", "凭据", "Receipt"),
    NOTICE("告知文本", "告知文本", "Notice shown"),
    TALK("對話", "对话", "The conversation"),
    FILE_GONE("（檔案已移除或無法開啟）", "（文件已移除或无法打开）", "(the file was taken away or can no longer be opened)"),
    CLOSED_TEXT("（已無法開啟）", "（已无法打开）", "(can no longer be opened)"),
    LOOKS("誰看過", "谁看过", "Who looked"),
    LOOKS_TEXT("最近的 %s 次讀取，依帳本所載。", "最近的 %s 次读取，依账本所载。", "The latest %s readings by others, as the ledger has them."),
    WHO("誰", "谁", "Who"),
    RULE("規則", "规则", "Rule"),
    COUNT("筆數", "条数", "Items"),
    HANDOVER("換一位專屬管家", "换一位专属管家", "A new concierge"),
    OFFERED("%s 詢問，可以選到 %s", "%s 询问，可以选到 %s", "offered %s, to choose until %s"),
    NOT_CHOSEN("您沒有選擇", "您没有选择", "you have not chosen"),
    STAYED("您選擇留下", "您选择留下", "you chose to stay"),
    WITH_WORDS("您選擇更換，對話內容一起過去", "您选择更换，对话内容一起过去", "you chose another, and the conversation goes along"),
    WITHOUT_WORDS("您選擇更換，對話內容不過去", "您选择更换，对话内容不过去", "you chose another, and the conversation does not go along"),
    ALONG("一起過去：%s", "一起过去：%s", "goes along: %s"),
    EVIDENCE("匯入時對您先前同意的說明", "导入时对您先前同意的说明", "What an import said of your earlier consents"),
    EVIDENCE_TEXT(
            "這些說明不使任何同意生效；您親自同意才算數。",
            "这些说明不使任何同意生效；您亲自同意才算数。",
            "It makes nothing valid. Only what you agree to yourself counts."),
    COMPLAINTS("您向法遵人員說的話", "您向合规人员说的话", "What you said to the compliance officer"),
    OPEN("尚未處理", "尚未处理", "not seen to yet"),
    SEEN_TO("已處理", "已处理", "seen to"),
    REQUESTS("您依法提出的請求", "您依法提出的请求", "What you asked for by law"),
    RIGHT_ACCESS("查閱", "查阅", "Access"),
    RIGHT_CORRECTION("更正", "更正", "Correction"),
    RIGHT_ERASURE("刪除", "删除", "Erasure"),
    RIGHT_PORTABILITY("攜帶", "携带", "Portability"),
    RIGHT_OBJECTION("反對", "反对", "Objection"),
    DUE("應答覆於", "应答复于", "to be answered by"),
    STEP_RECEIVED("收到", "收到", "received"),
    STEP_LAW("適用法律", "适用法律", "law"),
    STEP_ASKED("請您回覆", "请您回复", "you were asked back"),
    STEP_CLEARED("已回覆", "已回复", "answered back"),
    STEP_EXTENDED("延長期限", "延长期限", "takes longer"),
    STEP_ANSWERED("答覆", "答复", "answered"),
    STEP_REFUSED("未辦理", "未办理", "not done"),
    WORD_PAGE("隱私頁", "隐私页", "privacy page"),
    WORD_LETTER("信件", "信件", "letter"),
    WORD_MAIL("電子郵件", "电子邮件", "e-mail"),
    WORD_TELEPHONE("電話", "电话", "telephone"),
    WORD_PERSON("當面", "当面", "in person"),
    WORD_IDENTITY("身分", "身份", "who you are"),
    WORD_MEANING("請求的內容", "请求的内容", "what you mean"),
    WORD_IN_CHAT("在您自己的頁面", "在您自己的页面", "on your own page"),
    WORD_IN_PERSON("當面", "当面", "in person"),
    WORD_DOCUMENT("看過證件", "看过证件", "a document was seen"),
    WORD_EXPLAINED("已說明", "已说明", "explained"),
    WORD_COMPLEX("較複雜", "较复杂", "it is complex"),
    WORD_MANY("請求較多", "请求较多", "there are many"),
    WORD_DONE("已辦理", "已办理", "in full"),
    WORD_PARTLY("部分辦理", "部分办理", "in part"),
    WORD_EXCESSIVE("明顯無理或過度", "明显无理或过度", "manifestly unfounded or excessive"),
    WORD_DUTY("法律要求保存", "法律要求保存", "the law makes us keep it"),
    WORD_OTHERS("會影響他人的權利", "会影响他人的权利", "the rights of others"),
    WORD_NOTHING("沒有相關資料", "没有相关资料", "nothing of the kind is kept"),
    FILES("這份檔案裡還有什麼", "这份文件里还有什么", "What else is in this archive"),
    DATA_FILE(
            "同樣的內容，給程式讀取（JSON-LD，附名稱的定義）。",
            "同样的内容，给程序读取（JSON-LD，附名称的定义）。",
            "The same for programs (JSON-LD, with what its names mean)."),
    RECEIPT_FILES(
            "每一步同意各一份憑據，欄位依 ISO/IEC TS 27560 與 W3C DPV 2.3。",
            "每一步同意各一份凭据，字段依 ISO/IEC TS 27560 与 W3C DPV 2.3。",
            "One receipt for each step of consent, with the fields of ISO/IEC TS 27560 as W3C DPV 2.3 names them."),
    NOTICE_FILES(
            "您當時看到的告知全文。檔名是內容的 SHA-256，誰都可以核對。",
            "您当时看到的告知全文。文件名是内容的 SHA-256，谁都可以核对。",
            "The exact words that you were shown. Each file is named by its SHA-256, so that anybody can check it."),

    BY_CLIENT("您", "您", "You"),
    BY_ASSISTANT("小幫手", "小助手", "The assistant"),
    BY_HOUSE("商家", "商家", "The house"),
    BY_OFFICER("法遵人員", "合规人员", "The compliance officer"),
    FROM_CONCIERGE("管家記下", "管家记下", "noted by the concierge"),
    FROM_ASSISTANT("小幫手建議，管家確認", "小助手建议，管家确认", "proposed by the assistant, accepted by the concierge"),
    FROM_CLIENT("本人告知", "本人告知", "told by you"),
    FROM_IMPORT("匯入", "导入", "imported"),
    IS_CONTRACT("服務所需", "服务所需", "needed for the service"),
    IS_LEGAL_DUTY("法律規定", "法律规定", "required by law"),
    IS_NONE("未詢問", "未询问", "not asked"),
    IS_UNKNOWN("不明", "不明", "unknown"),
    IS_REQUESTED("已詢問", "已询问", "asked"),
    IS_PENDING("口頭同意，待確認", "口头同意，待确认", "said aloud, to be confirmed"),
    IS_GIVEN("已同意", "已同意", "given"),
    IS_RENEWED("已續期", "已续期", "renewed"),
    IS_REFUSED("不同意", "不同意", "declined"),
    IS_DEFERRED("暫不決定", "暂不决定", "put off"),
    IS_WITHDRAWN("已撤回", "已撤回", "withdrawn"),
    IS_EXPIRED("已到期", "已到期", "expired"),
    IS_REVOKED("由法遵人員終止", "由合规人员终止", "ended by the officer"),
    IS_INVALIDATED("已作廢", "已作废", "declared void"),
    WENT_QUEUED("等待送出", "等待发出", "waiting to leave"),
    WENT_SENDING("送出中", "发出中", "leaving"),
    WENT_FAILED("未送達", "未送达", "not delivered"),
    WENT_UNKNOWN("不確定是否送達", "不确定是否送达", "perhaps not delivered"),
    WENT_CANCELLED("已取消，未送出", "已取消，未发出", "cancelled, never sent"),
    OVER_LINE("LINE", "LINE", "LINE"),
    OVER_WEBCHAT("網頁對話", "网页对话", "web chat");

    private final String hant;
    private final String hans;
    private final String english;

    Phrase(String hant, String hans, String english) {
        this.hant = hant;
        this.hans = hans;
        this.english = english;
    }

    String in(Lang lang, Object... of) {
        String text = switch (lang) {
            case ZH_HANT -> hant;
            case ZH_HANS -> hans;
            case EN -> english;
        };
        return of.length == 0 ? text : String.format(Locale.ROOT, text, of);
    }

    /** The phrase for a fixed word; the word itself if there is none. */
    static String of(String family, String word, Lang lang) {
        String name = family + "_" + word.toUpperCase(Locale.ROOT).replace('-', '_');
        for (Phrase phrase : values()) {
            if (phrase.name().equals(name)) {
                return phrase.in(lang);
            }
        }
        return word;
    }
}
