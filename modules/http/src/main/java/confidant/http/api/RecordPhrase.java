package confidant.http.api;

import confidant.model.Actor;
import confidant.model.Lang;
import confidant.model.Precision;
import confidant.policy.Act;
import confidant.policy.PurposeInfo.Basis;
import java.util.Locale;

/** What the record of processing says beside the words of the rules, in the house's three languages. */
public enum RecordPhrase {
    TITLE("處理活動紀錄", "处理活动记录", "Record of processing activities"),
    LEAD(
            "%s，依 GDPR 第 30 條。由生效中的規則產生，製作於 %s。",
            "%s，依 GDPR 第 30 条。由生效中的规则产生，制作于 %s。", "%s, after GDPR Art. 30. Made from the rules in force, on %s."),
    RULES("規則的指紋", "规则的指纹", "Fingerprint of the rules"),
    SINCE("生效自", "生效自", "In force since"),
    BASIS("法律依據", "法律依据", "Legal basis"),
    LASTS("同意有效 %s 天", "同意有效 %s 天", "a consent is good for %s days"),
    WHOSE("資料當事人", "数据主体", "Categories of people"),
    SUBJECTS("專屬管家的客戶", "专属管家的客户", "Clients of the concierges"),
    CLASSES("資料類別與保存期限", "数据类别与保存期限", "Classes of data and how long they are kept"),
    CLASS("資料類別", "数据类别", "Class"),
    KEPT("保存", "保存", "Kept for"),
    DAYS("%s 天", "%s 天", "%s days"),
    UNSWEPT(
            "%s 天，但程式不會自行移除：請安排",
            "%s 天，但程序不会自行移除：请安排", "%s days, but the program does not take it away by itself: see to it"),
    FIELDS("封存於", "封存于", "Sealed in"),
    WHO("誰可以做什麼", "谁可以做什么", "Who may do what"),
    ROLE("角色", "角色", "Role"),
    DEED("行為", "行为", "Act"),
    ON("對哪些資料（精確度，規則）", "对哪些数据（精度，规则）", "On which data (precision, rule)"),
    ANY_POOL("不限客群", "不限客群", "in every pool"),
    RECIPIENTS("接收者", "接收者", "Recipients"),
    NOBODY("商家以外沒有接收者", "商家以外没有接收者", "nobody outside of the house"),
    OVER("經由 %s 傳送的訊息，該平台讀得到", "经由 %s 发送的消息，该平台读得到", "what is said over %s, which that platform can read"),
    PARTIES("負責、受託與傳遞的各方", "负责、受托与传递的各方", "Who answers, processes and carries"),
    PARTY("名稱", "名称", "Name"),
    PART("身分", "身份", "Part"),
    PART_CONTROLLER("管理者", "管理者", "Controller"),
    PART_PROCESSOR("受託處理者", "受托处理者", "Processor"),
    PART_PLATFORM("訊息平台", "消息平台", "Messaging platform"),
    PROTECTION_OFFICER("資料保護長 %s", "数据保护官 %s", "data protection officer %s"),
    DOES("內容", "内容", "What it does"),
    COUNTRY("所在國家", "所在国家", "Country"),
    CONTRACT("契約", "合同", "Contract"),
    TRANSFER("跨境傳輸的保障", "跨境传输的保障", "Safeguard of the transfer"),
    AT_HOME("在管理者的國家內", "在管理者的国家内", "in the controller's country"),
    MEASURES("安全措施", "安全措施", "Security measures"),
    NOT_STATED("未說明", "未说明", "Not stated"),
    SEALING("封存", "封存", "Sealing"),
    SEALING_TEXT(
            "%s 種欄位的每個值都以（客戶，用途）自己的鑰匙封存；撤回用途即銷毀該鑰匙。",
            "%s 种字段的每个值都以（客户，用途）自己的钥匙封存；撤回用途即销毁该钥匙。",
            "Every value of %s kinds of fields is sealed under a key of its client and purpose; withdrawing the purpose destroys it."),
    ROOT("根鑰匙", "根钥匙", "Root key"),
    ROOT_FINAL(
            "由金鑰服務保管（%s）；銷毀的期無法復原，其備份最多保留 %s 天。",
            "由密钥服务保管（%s）；销毁的期无法恢复，其备份最多保留 %s 天。",
            "Kept by a key service (%s). An epoch destroyed there cannot come back; its backups are kept for %s days at most."),
    ROOT_OPEN(
            "開發用的根鑰匙（%s）：檔案可能被複製，刪除無法證明為最終。請改用金鑰服務（root.kind: transit）。",
            "开发用的根钥匙（%s）：文件可能被复制，删除无法证明为最终。请改用密钥服务（root.kind: transit）。",
            "A development root (%s): a file may have been copied, so erasure is not final. Use a key service (root.kind: transit)."),
    GATE("規則閘門", "规则闸门", "The gate"),
    GATE_TEXT(
            "每次讀取與發送都先問生效中的規則，並只給最粗略而足用的精確度。",
            "每次读取与发送都先问生效中的规则，并只给最粗略而足用的精度。",
            "Every read and every send asks the rules in force first, and gets the bluntest form that serves."),
    LEDGER("帳本", "账本", "The ledger"),
    LEDGER_TEXT(
            "讀取、發送、同意、刪除與規則變更都記入不可竄改的帳本，任何人都能用別的工具驗證。",
            "读取、发送、同意、删除与规则变更都记入不可篡改的账本，任何人都能用别的工具验证。",
            "Reads, sends, consents, erasures and changes of rules stand in a tamper-evident ledger that anybody can verify with other tools."),
    WITNESS("見證", "见证", "Witnesses"),
    WITNESSED("%s 個見證為檢核點連署。", "%s 个见证为检核点联署。", "%s cosign the checkpoints of the ledger."),
    NO_WITNESS(
            "沒有見證。請設定 ledger.witnesses，使帳本無法對不同人顯示不同版本。",
            "没有见证。请设置 ledger.witnesses，使账本无法对不同人显示不同版本。",
            "None. Name one under ledger.witnesses, so that nobody can be shown another ledger."),
    SIGN_IN("登入", "登录", "Sign-in"),
    SIGN_IN_TEXT(
            "員工以通行金鑰登入，閒置即登出；帶走資料或終結事項前再次確認。",
            "员工以通行密钥登录，闲置即退出；带走数据或终结事项前再次确认。",
            "Staff come in by passkeys and are signed out when idle; what leaves the house or ends something asks for the passkey again."),
    CONTROLLER("管理者與資料保護長的聯絡方式", "管理者与数据保护官的联系方式", "Contact of the controller and its data protection officer"),
    CONTROLLER_TEXT(
            "請寫在規則的 parties.yaml：controller 的 contact 與 officer。",
            "请写在规则的 parties.yaml：controller 的 contact 与 officer。",
            "State them in parties.yaml of the rules: contact and officer of the controller."),
    TRANSFERS("跨境傳輸", "跨境传输", "Transfers to other countries"),
    TRANSFERS_TEXT(
            "請在規則的 parties.yaml 寫明管理者的國家，以及每個使用中訊息平台的營運者、國家與保障措施（GDPR 第 44 至 49 條）。",
            "请在规则的 parties.yaml 写明管理者的国家，以及每个使用中消息平台的运营者、国家与保障措施（GDPR 第 44 至 49 条）。",
            "State in parties.yaml of the rules the controller's country and, for every messaging platform in use, who runs it, where, and the safeguard (GDPR Art. 44 to 49)."),
    PROCESSORS("受託處理者", "受托处理者", "Processors"),
    PROCESSORS_TEXT(
            "請在規則的 parties.yaml 寫明主機、資料庫與金鑰服務的營運者及契約（GDPR 第 28 條）。",
            "请在规则的 parties.yaml 写明主机、数据库与密钥服务的运营者及合同（GDPR 第 28 条）。",
            "State in parties.yaml of the rules who runs the machines, the database and the key service, and by which contract (GDPR Art. 28)."),
    STAFF("員工的資料", "员工的数据", "Data of staff"),
    STAFF_TEXT(
            "規則只談客戶的資料。員工的姓名、通行金鑰、登入時段與帳本中的代號，請另列一項處理活動。",
            "规则只谈客户的数据。员工的姓名、通行密钥、登录会话与账本中的代号，请另列一项处理活动。",
            "The rules speak of clients' data. Add an activity for what the house keeps of its staff: names, passkeys, sessions, pseudonyms in the ledger."),
    BASIS_CONTRACT("契約", "合同", "contract"),
    BASIS_LEGAL_DUTY("法律義務", "法律义务", "legal duty"),
    BASIS_CONSENT("同意", "同意", "consent"),
    ROLE_CLIENT("客戶本人", "客户本人", "Client, their own"),
    ROLE_CONCIERGE("專屬管家", "专属管家", "Concierge"),
    ROLE_ASSISTANT("小幫手", "小助手", "Assistant"),
    ROLE_SCHEDULER("排程", "排程", "Scheduler"),
    ROLE_OFFICER("法遵人員", "合规人员", "Officer"),
    ROLE_MANAGER("主管", "主管", "Manager"),
    ROLE_OPERATOR("維運", "运维", "Operator"),
    ACT_READ("讀取", "读取", "read"),
    ACT_BREAK("緊急查看確切資料", "紧急查看确切资料", "break glass"),
    ACT_RECEIVE("保存所寫", "保存所写", "keep what is written"),
    ACT_SEND("發送", "发送", "send"),
    ACT_TAG("記標籤", "记标签", "note a tag"),
    ACT_EXPIRE("到期移除", "到期移除", "take away when over"),
    ACT_PROPOSE("建議標籤", "建议标签", "propose a tag"),
    ACT_SEGMENT("分群", "分群", "count and list by it"),
    ACT_AUDIT("稽核狀態與時間", "审计状态与时间", "audit states and times"),
    PRECISION_EXACT("完整", "完整", "exact"),
    PRECISION_GENERAL("概略", "概略", "general"),
    PRECISION_PRESENCE("僅知有無", "仅知有无", "presence only"),
    PRECISION_NONE("未揭露", "未披露", "nothing");

    private final String traditional;
    private final String simplified;
    private final String english;

    RecordPhrase(String traditional, String simplified, String english) {
        this.traditional = traditional;
        this.simplified = simplified;
        this.english = english;
    }

    public String in(Lang lang, Object... values) {
        String text = switch (lang) {
            case ZH_HANT -> traditional;
            case ZH_HANS -> simplified;
            case EN -> english;
        };
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }

    public static String of(Basis basis, Lang lang) {
        return valueOf("BASIS_" + basis.name()).in(lang);
    }

    public static String of(Actor.Role role, Lang lang) {
        return valueOf("ROLE_" + role.name()).in(lang);
    }

    public static String of(Act act, Lang lang) {
        return valueOf("ACT_" + act.name()).in(lang);
    }

    public static String of(Precision precision, Lang lang) {
        return valueOf("PRECISION_" + precision.name()).in(lang);
    }
}
