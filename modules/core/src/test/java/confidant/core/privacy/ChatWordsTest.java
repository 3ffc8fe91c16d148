package confidant.core.privacy;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Answer;
import confidant.core.Guest;
import confidant.core.TestHouse;
import confidant.core.people.Wish;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The privacy words in every text channel there is, in three languages. */
class ChatWordsTest {
    private final TestHouse test = new TestHouse();
    private final AtomicInteger events = new AtomicInteger();

    enum Way {
        WEB_HANT(true, Lang.ZH_HANT),
        WEB_HANS(true, Lang.ZH_HANS),
        WEB_EN(true, Lang.EN),
        LINE_HANT(false, Lang.ZH_HANT),
        LINE_HANS(false, Lang.ZH_HANS),
        LINE_EN(false, Lang.EN);

        final boolean web;
        final Lang lang;

        Way(boolean web, Lang lang) {
            this.web = web;
            this.lang = lang;
        }

        String say(String hant, String hans, String en) {
            return lang == Lang.ZH_HANT ? hant : lang == Lang.ZH_HANS ? hans : en;
        }
    }

    @ParameterizedTest
    @EnumSource
    void show_saysWhatWhySinceWhenFromWhichMessageAndWhoLooked(Way way) {
        Guest client = client(way, Purpose.PERSONALISATION);
        tag(client, "likes", "oolong", Purpose.PERSONALISATION);
        done(test.rooms.tagging().card(test.desk(test.mei), client.client()));
        done(test.rooms.auditing().sequence());

        String answer = say(way, client, way.say("隱私", "隐私", "privacy"));

        Shown tag = tags(client).get(0);
        assertThat(answer)
                .contains(way.say("量身建議", "量身建议", "Advice that fits you"))
                .contains(way.say("喜好: oolong", "喜好: oolong", "Likes: oolong"))
                .contains("[" + Replies.code(tag.id()) + "]")
                .contains("2026-11-22")
                .contains(way.say("最近誰看過", "最近谁看过", "Who looked lately"))
                .contains("mei (test)")
                .contains("https://house.example/privacy#t=");
    }

    @ParameterizedTest
    @EnumSource
    void yesAndNo_takeOneMessageEach(Way way) {
        Guest client = client(way);
        String purpose = way.say("紀念日問候", "纪念日问候", "Greetings on your days");

        String yes = say(way, client, way.say("同意 " + purpose, "同意 " + purpose, "agree " + purpose));
        assertThat(status(client, Purpose.GREETING)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(yes).contains(purpose);

        String no = say(way, client, way.say("不同意 " + purpose, "不同意 " + purpose, "decline " + purpose));
        assertThat(status(client, Purpose.GREETING)).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(no).contains(way.say("已關閉", "已关闭", "is off"));
    }

    @ParameterizedTest
    @EnumSource
    void agree_answersTheOneOpenQuestion_andAsksWhichWhereThereIsNone(Way way) {
        Guest client = client(way);
        String agree = way.say("我同意", "我同意", "I agree");

        assertThat(say(way, client, agree)).contains(way.lang == Lang.EN ? "which one" : "哪一");
        assertThat(status(client, Purpose.TRIP).valid()).isFalse();

        done(test.rooms.consentTalk().ask(test.desk(test.mei), client.client(), Purpose.TRIP));
        say(way, client, agree);
        assertThat(status(client, Purpose.TRIP)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(done(test.rooms.consents().history(client.ref())))
                .filteredOn(event -> event.status() == ConsentStatus.GIVEN)
                .singleElement()
                .satisfies(event -> assertThat(done(test.rooms.privacy().noticeText(event.noticeHash())))
                        .contains(
                                test.house
                                                .policy()
                                                .purpose(Purpose.TRIP)
                                                .orElseThrow()
                                                .why()
                                                .get(Lang.ZH_HANT)
                                                .isEmpty()
                                        ? ""
                                        : "notice: purpose-trip"));
    }

    @ParameterizedTest
    @EnumSource
    void agree_isNoYes_whereSomethingElseWasSaidSince(Way way) {
        Guest client = client(way);
        done(test.rooms.consentTalk().ask(test.desk(test.mei), client.client(), Purpose.TRIP));
        done(test.rooms
                .conversations()
                .reply(test.desk(test.mei), client.client(), "reply-0001", Personal.of("And a table at eight?")));

        say(way, client, way.say("我同意", "我同意", "I agree"));

        assertThat(status(client, Purpose.TRIP)).isEqualTo(ConsentStatus.REQUESTED);
    }

    @ParameterizedTest
    @EnumSource
    void resume_doesNotUndoALaterPause_whenItComesAgain(Way way) {
        Guest client = client(way);
        say(way, client, "e-resume", way.say("恢復", "恢复", "resume"));
        test.clock.move(Duration.ofMinutes(1));
        say(way, client, way.say("暫停 10 天", "暂停 10 天", "pause 10 days"));
        test.clock.move(Duration.ofMinutes(1));

        say(way, client, "e-resume", way.say("恢復", "恢复", "resume"));

        assertThat(done(test.rooms.wishes().of(client.ref())).pausedUntil()).isPresent();
    }

    /** What is promised in a chat must be there. */
    @ParameterizedTest
    @EnumSource
    void house_promisesNothingThatItDoesNotHave(Way way) {
        Guest client = client(way);

        assertThat(say(way, client, way.say("隱私說明", "隐私说明", "privacy help")))
                .contains(way.say("刪除我的資料", "删除我的资料", "erase me"), way.say("下載", "下载", "download"))
                .contains(way.say("只跟你說", "只跟你说", "just between us"));
        assertThat(say(way, client, way.say("刪除我的資料", "删除我的资料", "erase me")))
                .contains(way.say("全部刪除", "全部删除", "Erase everything"), "/privacy#t=");
        assertThat(done(test.rooms.erasures().certificate(client.ref())))
                .as("a word alone erases nothing")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneFact_isCorrected_andTakenAway_byItsCode(Way way) {
        Guest client = client(way, Purpose.PERSONALISATION);
        tag(client, "likes", "oolong", Purpose.PERSONALISATION);
        tag(client, "likes", "golf", Purpose.PERSONALISATION);
        String code = Replies.code(tag(client, "oolong").id());

        say(way, client, way.say("更正 " + code + " 爵士樂", "更正 " + code + " 爵士乐", "correct " + code + " Jazz"));
        assertThat(tags(client))
                .extracting(tag -> tag.value().orElseThrow().reveal() + " " + tag.source())
                .containsExactlyInAnyOrder(way.say("爵士樂", "爵士乐", "Jazz") + " client", "golf concierge");

        say(way, client, way.say("不對 " + code, "不对 " + code, "wrong " + code));
        assertThat(tags(client))
                .extracting(tag -> tag.value().orElseThrow().reveal())
                .containsExactly("golf");

        assertThat(say(way, client, way.say("不對 " + code, "不对 " + code, "wrong " + code)))
                .contains(way.say("找不到", "找不到", "no fact"));
    }

    @ParameterizedTest
    @EnumSource
    void wishes_areTakenAndTold(Way way) {
        Guest client = client(way);

        say(way, client, way.say("暫停 10 天", "暂停 10 天", "pause 10 days"));
        say(way, client, way.say("時段 10-18", "时段 10-18", "hours 10-18"));
        String answer = say(way, client, way.say("每週最多 1 則", "每周最多 1 条", "at most 1 a week"));

        Wish wish = done(test.rooms.wishes().of(client.ref()));
        assertThat(wish)
                .isEqualTo(new Wish(
                        Optional.of(test.clock.instant().plus(Duration.ofDays(10))),
                        Optional.of(new Wish.Hours(LocalTime.of(10, 0), LocalTime.of(18, 0))),
                        Set.of(),
                        Optional.of(new Wish.Often(1, Wish.Span.WEEK))));
        assertThat(answer).contains("10:00").contains("18:00").contains("2026-12-02");

        say(way, client, way.say("恢復", "恢复", "resume"));
        assertThat(done(test.rooms.wishes().of(client.ref())).pausedUntil()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void complaint_reachesTheOfficer_andNotTheConcierge(Way way) {
        Guest client = client(way);

        String answer = say(way, client, way.say("申訴：管家太吵", "投诉：管家太吵", "complaint: the concierge is too loud"));

        assertThat(answer).contains(way.say("法遵人員", "合规人员", "compliance officer"));
        List<Complaints.Complaint> open = done(test.rooms.complaints().open(test.officer(), "complaint"));
        assertThat(open)
                .singleElement()
                .satisfies(one -> assertThat(one.text().reveal())
                        .isEqualTo(way.say("管家太吵", "管家太吵", "the concierge is too loud")));
        assertThat(done(test.rooms.conversations().before(test.desk(test.mei), client.client(), 1000, 100)))
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        page -> assertThat(((confidant.core.conversation.Conversations.Page) page.value()).lines())
                                .noneMatch(line -> line.text()
                                        .map(Personal::reveal)
                                        .orElse("")
                                        .contains(way.say("太吵", "太吵", "too loud"))));

        done(test.rooms.complaints().close(test.officer(), open.get(0).id()));
        assertThat(done(test.rooms.complaints().open(test.officer(), "complaint")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void download_answersWithALink(Way way) {
        Guest client = client(way);

        String answer = say(way, client, way.say("請下載我的資料", "请下载我的资料", "Download my data, please"));

        assertThat(answer)
                .contains("https://house.example/privacy#t=")
                .endsWith("&go=archive")
                .contains(way.say("下載成一個檔案", "下载成一个文件", "everything in one file"));
    }

    private Guest client(Way way, Purpose... purposes) {
        if (way.web) {
            return test.guest(way.lang, purposes);
        }
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e" + events.incrementAndGet(), "hello")));
        Ref ref = test.lineClient("U1");
        Guest guest = new Guest(ref.pool(), ref.client());
        for (Purpose purpose : purposes) {
            done(test.rooms.privacy().consent(guest, purpose, true, "test", ""));
        }
        return guest;
    }

    /** Says something over the client's channel and returns what the house answered there. */
    private String say(Way way, Guest client, String text) {
        return say(way, client, "e" + events.incrementAndGet(), text);
    }

    private String say(Way way, Guest client, String id, String text) {
        if (way.web) {
            done(test.rooms.reception().say(client, id, Personal.of(text)));
            var lines = done(test.rooms.conversations().after(client, 0, 200)).lines();
            return lines.get(lines.size() - 1).text().orElseThrow().reveal();
        }
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", id, text)));
        return test.line.sent.get(test.line.sent.size() - 1).text().reveal();
    }

    private void tag(Guest client, String kind, String value, Purpose purpose) {
        Answer<Tag> noted =
                done(test.rooms.tagging().tag(test.desk(test.mei), client.client(), kind, Personal.of(value), purpose));
        assertThat(noted).isInstanceOf(Answer.Done.class);
    }

    private List<Shown> tags(Guest client) {
        return done(test.rooms.tagging().card(test.desk(test.mei), client.client()))
                .tags();
    }

    private Shown tag(Guest client, String value) {
        return tags(client).stream()
                .filter(tag -> tag.value().orElseThrow().reveal().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private ConsentStatus status(Guest client, Purpose purpose) {
        return done(test.rooms.consents().status(client.ref(), purpose));
    }
}
