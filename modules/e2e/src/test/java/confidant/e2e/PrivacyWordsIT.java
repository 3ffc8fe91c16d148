package confidant.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import confidant.core.Guest;
import confidant.core.conversation.Conversations.InboxRow;
import confidant.fake.line.Delivered;
import confidant.model.Channel;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word by which a client steers their data, in three languages: typed into the web chat, and sent over LINE by its hook. */
class PrivacyWordsIT {
    private static final AtomicLong USERS = new AtomicLong(700);
    private static final Pattern CODE = Pattern.compile("\\[([0-9a-f]{4})]");

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    /** What is said, and what the answer has. */
    private record Turn(String said, String answer) {}

    private static final Map<Lang, Turn> FIRST = Map.of(
            Lang.ZH_HANT, new Turn("同意 量身建議", "量身建"),
            Lang.ZH_HANS, new Turn("同意 量身建议", "量身建"),
            Lang.EN, new Turn("agree Advice that fits you", "you agreed to"));

    private static final Map<Lang, List<Turn>> REST = Map.of(
            Lang.ZH_HANT,
            List.of(
                    new Turn("隱私", "我們知道的，以及用途"),
                    new Turn("更正 {code} 爵士樂", "已經更正"),
                    new Turn("不對 {code}", "已經拿掉了"),
                    new Turn("同意 紀念日問候", "已記下您同意「紀念日問候」"),
                    new Turn("不同意 紀念日問候", "「紀念日問候」已關閉"),
                    new Turn("暫停 10 天", "暫停到"),
                    new Turn("時段 10-18", "只在 10:00 到 18:00 之間"),
                    new Turn("每週最多 1 則", "每週最多 1 則"),
                    new Turn("恢復問候", "問候與分享照您的意思"),
                    new Turn("下載", "下載成一個檔案"),
                    new Turn("只跟你說：我要離職了", "小幫手不讀"),
                    new Turn("那句只跟你說", "上一則訊息"),
                    new Turn("收回 只跟你說", "「只跟你說」已關閉"),
                    new Turn("申訴：管家太吵", "已收到您的申訴"),
                    new Turn("隱私說明", "您可以這樣說"),
                    new Turn("退訂", "已經停止")),
            Lang.ZH_HANS,
            List.of(
                    new Turn("隐私", "我们知道的，以及用途"),
                    new Turn("更正 {code} 爵士乐", "已经更正"),
                    new Turn("不对 {code}", "已经拿掉了"),
                    new Turn("同意 纪念日问候", "已记下您同意“纪念日问候”"),
                    new Turn("不同意 纪念日问候", "“纪念日问候”已关闭"),
                    new Turn("暂停 10 天", "暂停到"),
                    new Turn("时段 10-18", "只在 10:00 到 18:00 之间"),
                    new Turn("每周最多 1 条", "每周最多 1 条"),
                    new Turn("恢复问候", "问候与分享照您的意思"),
                    new Turn("下载", "下载成一个文件"),
                    new Turn("只跟你说：我要离职了", "小助手不读"),
                    new Turn("那句只跟你说", "上一条消息"),
                    new Turn("收回 只跟你说", "“只跟你说”已关闭"),
                    new Turn("投诉：管家太吵", "已收到您的投诉"),
                    new Turn("隐私说明", "您可以这样说"),
                    new Turn("退订", "已经停止")),
            Lang.EN,
            List.of(
                    new Turn("privacy", "What we know, and why"),
                    new Turn("correct {code} Jazz", "put right"),
                    new Turn("wrong {code}", "no longer keep that"),
                    new Turn("agree Greetings on your days", "you agreed to “Greetings on your days”"),
                    new Turn("decline Greetings on your days", "“Greetings on your days” is off"),
                    new Turn("pause 10 days", "paused until"),
                    new Turn("hours 10-18", "only between 10:00 and 18:00"),
                    new Turn("at most 1 a week", "at most 1 a week"),
                    new Turn("resume", "for greetings and shared content"),
                    new Turn("download", "download everything in one file"),
                    new Turn("Just between us: I am quitting", "The assistant does not read it"),
                    new Turn("that was just between us", "message before this one"),
                    new Turn("take back between us", "“Between us” is off"),
                    new Turn("complaint: the concierge is too loud", "We have your complaint"),
                    new Turn("privacy help", "You can write"),
                    new Turn("stop", "no more greetings")));

    /** Says one thing and returns what the house answered. */
    private interface Way {
        String say(Turn turn);
    }

    @ParameterizedTest
    @EnumSource
    void everyWord_isUnderstood_inTheWebChat(Lang lang) {
        String locale = lang == Lang.ZH_HANT ? "zh-TW" : lang == Lang.ZH_HANS ? "zh-CN" : "en-GB";
        try (Visit chat = people.chat(Screen.DESKTOP, locale)) {
            steer(lang, Channel.WEBCHAT, turn -> {
                var answers = people.message(chat, "house", turn.answer());
                int before = answers.count();
                // Not waited for as it was typed: of a complaint the conversation keeps no word.
                chat.at("composer").fill(turn.said());
                chat.at("send").click();
                PlaywrightAssertions.assertThat(answers).hasCount(before + 1);
                return answers.last().textContent();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWord_isUnderstood_overLine(Lang lang) {
        LineUser user = new LineUser(house, USERS.incrementAndGet());
        steer(lang, Channel.LINE, turn -> user.ask(turn.said(), turn.answer()));
        assertThat(user.told()).extracting(Delivered::text).noneMatch(text -> text.contains("{code}"));
    }

    private void steer(Lang lang, Channel channel, Way way) {
        way.say(FIRST.get(lang));
        people.tagged(latest(channel), "likes", "oolong", Purpose.PERSONALISATION);
        String code = "";
        for (Turn turn : REST.get(lang)) {
            String answer = way.say(new Turn(turn.said().replace("{code}", code), turn.answer()));
            Matcher found = CODE.matcher(answer);
            if (found.find()) {
                code = found.group(1);
            }
        }
        assertThat(code).as("the code of the fact").isNotEmpty();
    }

    /** Whoever wrote last over a channel. */
    private Guest latest(Channel channel) {
        InboxRow row =
                OpenHouse.done(house.running.rooms().conversations().inbox(people.desk(), "", 200)).rows().stream()
                        .filter(one -> one.channel() == channel)
                        .max(Comparator.comparing(InboxRow::lastAt).thenComparing(InboxRow::lastSeq))
                        .orElseThrow();
        return new Guest(people.desk().pool(), row.client());
    }
}
