package confidant.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.TestHouse;
import confidant.core.people.Wish;
import confidant.model.Channel;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private final Commands commands = new Commands(new TestHouse().house.policy());

    @ParameterizedTest
    @ValueSource(strings = {"privacy", "Privacy!", "my data", "隱私", "隐私", "請，我的資料"})
    void show(String text) {
        assertThat(in(text)).contains(new Command.Plain(Words.SHOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agree greeting",
                "I agree to greeting",
                "agree Greetings on your days",
                "同意 紀念日問候",
                "我同意「紀念日問候」",
                "同意：纪念日问候"
            })
    void yesToOnePurpose(String text) {
        assertThat(in(text)).contains(new Command.Answer(true, Optional.of(Purpose.GREETING)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decline greeting",
                "withdraw greeting",
                "take back Greetings on your days",
                "不同意 紀念日問候",
                "收回紀念日問候",
                "撤回 纪念日问候",
                "我不同意纪念日问候。"
            })
    void noToOnePurpose(String text) {
        assertThat(in(text)).contains(new Command.Answer(false, Optional.of(Purpose.GREETING)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agree", "I agree.", "同意", "我同意"})
    void yesToWhatWasAsked(String text) {
        assertThat(in(text)).contains(new Command.Answer(true, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "ok",
                "好",
                "好的",
                "嗯",
                "sure why not",
                "maybe agree",
                "I agree that Friday is better",
                "同意你說的",
                "我同意週五",
                "agree to everything",
                "yes please greet me",
                "不太同意",
                "是",
                "can you pause the delivery?",
                "what is wrong with 12ab",
                "download link please?!",
                "please stop by on Friday",
                "hours"
            })
    void whatLeavesADoubt_isAMessage(String text) {
        assertThat(in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong 0a1f", "remove 0A1F", "object to 0a1f", "不對 0a1f", "不对：0a1f", "刪除 0a1f", "反对 0a1f"})
    void oneFact(String text) {
        assertThat(in(text)).contains(new Command.Wrong("0a1f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct 0a1f Jazz", "Correct 0A1F: Jazz", "更正 0a1f：Jazz", "改正0a1f Jazz"})
    void oneFactPutRight(String text) {
        assertThat(in(text)).contains(new Command.Correct("0a1f", Personal.of("Jazz")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause 14 days", "pause for 14 days", "暫停 14 天", "暂停14天", "pause 14"})
    void pauseForDays(String text) {
        assertThat(in(text)).contains(new Command.Pause(Optional.empty(), 14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause until 2027-01-31", "暫停到 2027-01-31", "暂停 至2027-01-31"})
    void pauseUntilADay(String text) {
        assertThat(in(text)).contains(new Command.Pause(Optional.of(LocalDate.of(2027, 1, 31)), 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours 10-18", "only between 10 and 18", "時段 10-18", "时段10到18", "hours 10:00 to 18:00"})
    void hours(String text) {
        Wish.Hours hours = new Wish.Hours(LocalTime.of(10, 0), LocalTime.of(18, 0));
        assertThat(in(text)).contains(new Command.When(Optional.of(hours)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at most 2 a week", "no more than 2 per week", "每週最多 2 則", "每周至多2条", "每星期最多2次"})
    void often(String text) {
        assertThat(in(text)).contains(new Command.AtMost(Optional.of(new Wish.Often(2, Wish.Span.WEEK))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"only by LINE", "只用 LINE", "只用LINE", "渠道 line"})
    void channel(String text) {
        assertThat(in(text)).contains(new Command.Over(Optional.of(Channel.LINE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint: too loud", "Complain：too loud", "申訴：too loud", "投诉: too loud"})
    void complaint(String text) {
        assertThat(in(text)).contains(new Command.Complaint(Personal.of("too loud")));
    }

    @Test
    void everyWord_isReadInItsThreeLanguages() {
        assertThat(Set.of("download", "下載", "下载")).allMatch(text -> in(text).equals(plain(Words.DOWNLOAD)));
        assertThat(Set.of("resume", "恢復", "恢复")).allMatch(text -> in(text).equals(plain(Words.RESUME)));
        assertThat(Set.of("erase me", "刪除我的資料", "删除我的资料")).allMatch(text -> in(text).equals(plain(Words.ERASE)));
        assertThat(Set.of("privacy help", "隱私說明", "隐私说明")).allMatch(text -> in(text).equals(plain(Words.HELP)));
    }

    private static Optional<Command> plain(Words word) {
        return Optional.of(new Command.Plain(word));
    }

    private Optional<Command> in(String text) {
        return commands.in(Personal.of(text));
    }
}
