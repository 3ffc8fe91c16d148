package confidant.http.problem;

import confidant.model.Lang;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of problems; each has a page of its name under {@code docs/problems}. */
public enum Kind {
    INVALID(400, "The request does not fit the contract", "請求不符合約定的格式", "请求不符合约定的格式"),
    SIGNED_OUT(401, "Not signed in", "尚未登入", "尚未登录"),
    FORGED(401, "The signature is missing or wrong", "簽章遺漏或不符", "签名缺失或不符"),
    REFUSED(403, "A rule refuses this", "依規則不可以這樣做", "依规则不可以这样做"),
    TOKEN(403, "The token of the session is missing", "缺少工作階段的驗證碼", "缺少会话的校验码"),
    STEP_UP(403, "This asks for your passkey", "此操作需要通行金鑰確認", "此操作需要通行密钥确认"),
    PASSKEY(403, "The passkey was not accepted", "通行金鑰未被接受", "通行密钥未被接受"),
    COMPANY(403, "The sign-in by the company was not accepted", "未接受公司帳號登入", "未接受公司账号登录"),
    BUDGET(403, "Your budget of figures is spent", "本季的統計額度已用完", "本季的统计额度已用完"),
    GLASS(403, "The time to see this exactly is over", "確切查看的時間已經結束", "确切查看的时间已经结束"),
    NOT_FOUND(404, "There is no such thing", "沒有這樣的資料", "没有这样的资料"),
    METHOD(405, "This address does not take that method", "此位址不接受這種方法", "此地址不接受这种方法"),
    SLOW(408, "The request took too long to arrive", "請求傳送過久", "请求传送过久"),
    CONFLICT(409, "Something else has happened in between", "其間已有變動", "其间已有变动"),
    TOO_LARGE(413, "The request is too large", "請求過大", "请求过大"),
    MEDIA_TYPE(415, "This kind of content is not taken", "不接受這種內容格式", "不接受这种内容格式"),
    TOO_MANY(429, "Too many tries in a short time", "短時間內嘗試太多次", "短时间内尝试太多次"),
    INCIDENT(500, "Something is wrong on our side", "系統發生錯誤", "系统发生错误"),
    AWAY(503, "The store is away for a moment", "資料庫暫時無法使用", "数据库暂时无法使用"),
    COMPANY_AWAY(503, "The company's sign-in does not answer", "公司登入系統沒有回應", "公司登录系统没有响应");

    private final int status;
    private final Map<Lang, String> title;

    Kind(int status, String english, String traditional, String simplified) {
        this.status = status;
        this.title = Map.of(Lang.EN, english, Lang.ZH_HANT, traditional, Lang.ZH_HANS, simplified);
    }

    public int status() {
        return status;
    }

    /** The last part of the type's address, and the name of its page. */
    public String page() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title(Lang lang) {
        return title.getOrDefault(lang, "");
    }

    /** The kind that best tells a bare status, such as those that the router itself answers. */
    static Kind of(int status) {
        Optional<Kind> exact = Arrays.stream(values())
                .filter(kind -> kind.status == status && kind != FORGED && kind != TOKEN)
                .findFirst();
        return exact.orElse(status >= 500 ? INCIDENT : INVALID);
    }
}
