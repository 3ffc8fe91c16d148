package confidant.http.api;

import confidant.model.Lang;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the rooms' own fixed words are called, beside the rules of the policies: why something did not leave. */
final class Outcomes {
    private static final Map<String, Map<Lang, String>> TITLES = new HashMap<>();

    static {
        put("already-shared", "這位客戶已收過這則內容", "这位客户已收过这则内容", "this client has had this piece before");
        put("cap-one-a-day", "今天已經分享過一則", "今天已经分享过一则", "one share a day is the most");
        put("piece-expired", "這則內容已過期", "这则内容已过期", "the piece has expired");
        put("occasion-gone", "這個日子已不在客戶卡上", "这个日子已不在客户卡上", "the day is no longer on the client's card");
        put("not-delivered", "通路沒有送達", "渠道没有送达", "the channel did not deliver it");
        put("not-sent", "還沒有送出", "还没有发出", "it has not been sent");
        put("key-destroyed", "這個用途的鑰匙已銷毀", "这个用途的钥匙已销毁", "the key of this purpose is destroyed");
        put("consent-anew", "客戶其間收回後重新同意", "客户其间收回后重新同意", "the client took the yes back and agreed anew since");
        put("channel-blocked", "客戶已封鎖這個帳號", "客户已屏蔽这个账号", "the client has blocked the account");
        put("withdrawn", "客戶已收回同意", "客户已收回同意", "the client has withdrawn this purpose");
        put("cool-down", "還在拒絕或收回後的等待期", "还在拒绝或收回后的等待期", "it is too soon to ask again after a no");
        put("already-asked", "已經問過，等客戶回答", "已经问过，等客户回答", "the client has been asked and has yet to answer");
        put("already-given", "客戶已經同意", "客户已经同意", "the client has agreed already");
        put("ask-first", "要先詢問客戶", "要先询问客户", "the client has to be asked first");
        put("nothing-asked", "沒有待回答的詢問", "没有待回答的询问", "there is no open question");
        put("nothing-given", "沒有有效的同意", "没有有效的同意", "there is no consent in force");
        put("not-over", "期限還沒到", "期限还没到", "its time is not over");
        put("not-yours", "這一步不是由您決定", "这一步不是由您决定", "this step is not yours to take");
        put("already-known", "這位客戶已有紀錄", "这位客户已有记录", "there is a record of this client already");
        put("client-paused", "客戶暫停了問候與分享", "客户暂停了问候与分享", "the client has paused greetings and shares");
        put("client-hours", "客戶希望在別的時段收到", "客户希望在别的时段收到", "the client wishes to get it at other hours");
        put("client-channel", "客戶不希望用這個通路收到", "客户不希望用这个渠道收到", "the client does not wish to get it on this channel");
        put("client-often", "已到客戶希望的則數", "已到客户希望的条数", "the client has had as many as they wish");
        put("no-address", "沒有可送達的位址", "没有可送达的地址", "there is no address to send to");
    }

    private Outcomes() {}

    static Optional<Map<Lang, String>> title(String word) {
        return Optional.ofNullable(TITLES.get(word));
    }

    private static void put(String word, String hant, String hans, String en) {
        TITLES.put(word, Map.of(Lang.ZH_HANT, hant, Lang.ZH_HANS, hans, Lang.EN, en));
    }
}
