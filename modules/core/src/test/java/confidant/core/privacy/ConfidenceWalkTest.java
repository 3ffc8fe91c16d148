package confidant.core.privacy;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Guest;
import confidant.core.TestHouse;
import confidant.core.assist.Assisting.Brief;
import confidant.core.consent.Expiring;
import confidant.core.conversation.Conversations.Line;
import confidant.core.conversation.Conversations.Page;
import confidant.core.privacy.Archives.Archive;
import confidant.core.privacy.ChatWordsTest.Way;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.KeyStore.WrappedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client says between us, from their words to the end of its key, on the web and in LINE, in three languages. */
class ConfidenceWalkTest {
    private static final Purpose CONFIDENCE = Purpose.CONFIDENCE;

    private final Listening assistant = new Listening();
    private final TestHouse test = new TestHouse(assistant);
    private final AtomicInteger events = new AtomicInteger();

    /** An assistant that proposes from all it hears, drafts from it, and remembers it. */
    private static final class Listening extends TestHouse.NoAdvice {
        private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Optional<Answer> answer(Personal<String> text, Lang lang) {
            heard.add(text.reveal());
            return Optional.empty();
        }

        @Override
        public List<Spotted> spot(Personal<String> text, Lang lang, Instant now) {
            heard.add(text.reveal());
            return List.of(new Spotted("likes", text, 0.9));
        }

        @Override
        public Draft draft(Personal<String> text, Lang lang) {
            heard.add(text.reveal());
            return super.draft(text, lang);
        }

        @Override
        public Optional<Integer> openQuestion(List<Line> lines) {
            lines.forEach(line -> heard.add(line.text().reveal()));
            return super.openQuestion(lines);
        }
    }

    @ParameterizedTest
    @EnumSource
    void words_areSealedUnderTheirOwnKey_andTheClientIsTold(Way way) {
        Guest client = client(way);
        String secret = way.say("只跟你說：我要離職了", "只跟你说：我要离职了", "Just between us: I am quitting");

        String told = say(way, client, secret);

        assertThat(told)
                .contains("mei (test)", "2027-11-22")
                .contains(way.say("小幫手不讀", "小助手不读", "The assistant does not read it"));
        StoredMessage stored = message(client, secret);
        assertThat(stored.purpose()).isEqualTo(CONFIDENCE);
        assertThat(purposes(client)).contains(CONFIDENCE, Purpose.SERVICE);
        assertThat(done(test.rooms.consents().history(client.ref())))
                .filteredOn(event -> event.purpose().equals(CONFIDENCE))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.status()).isEqualTo(ConsentStatus.GIVEN);
                    assertThat(event.method()).isEqualTo("marked");
                    assertThat(event.evidence()).contains(stored.id());
                });
        assertThat(desk(client)).as("the concierge reads it").contains(secret);
        assertThat(archive(client)).as("it is the client's own").contains(secret);
    }

    @ParameterizedTest
    @EnumSource
    void assistant_neverHearsIt_andTheBriefIsWithoutIt(Way way) {
        Guest client = client(way, Purpose.PERSONALISATION);
        say(way, client, "I like oolong");
        String secret = way.say("我戒酒了，只跟你說，別寫下來", "我戒酒了，只跟你说，别写下来", "I quit drinking, just between us, ok?");
        say(way, client, secret);

        Brief brief = brief(client);

        assertThat(brief.lastWords().orElseThrow().reveal()).isEqualTo("I like oolong");
        assertThat(brief.draft())
                .as("a draft to what came before would answer it")
                .isEmpty();
        assertThat(assistant.heard).contains("I like oolong").doesNotContain(secret);
        assertThat(done(test.rooms.tagging().card(test.desk(test.mei), client.client()))
                        .proposals())
                .allMatch(one -> !one.value().reveal().contains(secret));
        say(way, client, "And a table for two?");
        assertThat(brief(client).draft()).isPresent();
        assertThat(assistant.heard).contains("And a table for two?").doesNotContain(secret);
    }

    @ParameterizedTest
    @EnumSource
    void takingItBack_makesItUnreadable_andLeavesTheRest(Way way) {
        Guest client = client(way);
        String secret = way.say("只跟你說：我要離職了", "只跟你说：我要离职了", "Just between us: I am quitting");
        say(way, client, "A table for two, please");
        say(way, client, "e-secret", secret);

        String told = say(way, client, way.say("收回 只跟你說", "收回 只跟你说", "take back between us"));

        assertThat(told).contains(way.say("已關閉", "已关闭", "is off"));
        assertThat(desk(client)).doesNotContain(secret).contains("A table for two, please");
        assertThat(own(client)).doesNotContain(secret).contains("A table for two, please");
        assertThat(archive(client)).doesNotContain(secret).contains("A table for two, please");
        assertThat(purposes(client)).contains(Purpose.SERVICE).doesNotContain(CONFIDENCE);

        say(way, client, "e-secret", secret);
        assertThat(status(client)).as("what comes again agrees to nothing").isEqualTo(ConsentStatus.WITHDRAWN);

        String next = way.say("只跟你說：又改變主意了", "只跟你说：又改变主意了", "Just between us: I changed my mind");
        say(way, client, next);
        assertThat(desk(client)).contains(next).doesNotContain(secret);
    }

    @ParameterizedTest
    @EnumSource
    void messageBefore_isMovedUnderTheOtherKey_andItsProposalsAreDropped(Way way) {
        Guest client = client(way, Purpose.PERSONALISATION);
        say(way, client, "e-said", "I like oolong");
        assertThat(proposals(client)).isEqualTo(1);

        String told = say(way, client, "e-mark", way.say("那句只跟你說", "那句只跟你说", "that was just between us"));

        assertThat(told).contains(way.say("上一則訊息", "上一条消息", "message before this one"));
        assertThat(message(client, "I like oolong").purpose()).isEqualTo(CONFIDENCE);
        assertThat(proposals(client)).isZero();
        assertThat(brief(client).lastWords().map(Personal::reveal)).isNotEqualTo(Optional.of("I like oolong"));

        say(way, client, way.say("收回 只跟你說", "收回 只跟你说", "take back between us"));
        say(way, client, "e-mark", way.say("那句只跟你說", "那句只跟你说", "that was just between us"));
        assertThat(desk(client)).doesNotContain("I like oolong");
        assertThat(status(client)).isEqualTo(ConsentStatus.WITHDRAWN);
    }

    @Test
    void mark_withNothingBefore_saysHowItIsDone() {
        Guest client = client(Way.WEB_EN);

        assertThat(say(Way.WEB_EN, client, "just between us")).contains("no message of yours before");
        assertThat(status(client)).isEqualTo(ConsentStatus.NONE);
    }

    @Test
    void confidence_endsByItself_withoutGrace_andALaterOneBeginsANewKey() {
        Guest client = client(Way.WEB_EN);
        say(Way.WEB_EN, client, "Just between us: one");
        test.clock.move(Duration.ofDays(300));
        say(Way.WEB_EN, client, "Just between us: two");
        test.clock.move(Duration.ofDays(66));
        assertThat(desk(client))
                .as("also the second: none is kept longer")
                .noneMatch(t -> t.startsWith("Just between"));

        done(new Expiring(test.house, test.rooms.consents()).run());
        assertThat(status(client)).isEqualTo(ConsentStatus.EXPIRED);
        assertThat(purposes(client)).doesNotContain(CONFIDENCE);

        say(Way.WEB_EN, client, "Just between us: three");
        test.clock.move(Duration.ofDays(366));
        say(Way.WEB_EN, client, "Just between us: four");
        assertThat(desk(client))
                .as("no sweep has been here, and a new one continues nothing")
                .contains("Just between us: four")
                .noneMatch(t -> t.endsWith("three") || t.endsWith("two") || t.endsWith("one"));
    }

    @Test
    void nobodyAsksForIt_andNoNoticeNamesIt() {
        Guest client = client(Way.WEB_EN);

        assertThat(failure(test.rooms.consentTalk().ask(test.desk(test.mei), client.client(), CONFIDENCE)))
                .isInstanceOf(BadRequest.class);
        assertThat(test.rooms.privacy().notice("Mei", Lang.EN).purposes())
                .noneMatch(info -> info.purpose().equals(CONFIDENCE));
        assertThat(done(test.rooms.privacy().letter(client)).parts())
                .noneMatch(part -> part.purpose().purpose().equals(CONFIDENCE));
        say(Way.WEB_EN, client, "Just between us: one");
        assertThat(done(test.rooms.privacy().letter(client)).parts())
                .anyMatch(part -> part.purpose().purpose().equals(CONFIDENCE));
    }

    @Test
    void stop_leavesIt_andTheLedgerNamesTheReadAlone() {
        Guest client = client(Way.WEB_EN);
        say(Way.WEB_EN, client, "Just between us: one");
        say(Way.WEB_EN, client, "stop");
        assertThat(desk(client)).contains("Just between us: one");

        done(test.rooms.auditing().sequence());
        assertThat(done(test.rooms.auditing().looks(client.ref(), 50))).anySatisfy(entry -> {
            assertThat(entry.event().purpose()).isEqualTo("confidence");
            assertThat(entry.event().actor().role().word()).isEqualTo("concierge");
            assertThat(entry.toString()).doesNotContain("Just between");
        });
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

    private String say(Way way, Guest client, String text) {
        return say(way, client, "e" + events.incrementAndGet(), text);
    }

    /** Says something and returns what the client was last sent. */
    private String say(Way way, Guest client, String id, String text) {
        if (way.web) {
            done(test.rooms.reception().say(client, id, Personal.of(text)));
            List<String> all = own(client);
            return all.get(all.size() - 1);
        }
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", id, text)));
        return test.line.sent.get(test.line.sent.size() - 1).text().reveal();
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream()
                .map(line -> line.text().map(Personal::reveal).orElse(""))
                .toList();
    }

    private List<String> own(Guest client) {
        return texts(done(test.rooms.conversations().after(client, 0, 200)).lines());
    }

    private List<String> archive(Guest client) {
        return texts(done(test.rooms.archives().take(client)).match(Archive::lines, refused -> {
            throw new AssertionError(refused.rule());
        }));
    }

    private List<String> desk(Guest client) {
        Answer<Page> page = done(test.rooms.conversations().before(test.desk(test.mei), client.client(), 1000, 100));
        return texts(page.match(Page::lines, refused -> {
            throw new AssertionError(refused.rule());
        }));
    }

    private Brief brief(Guest client) {
        return done(test.rooms.assisting().brief(test.desk(test.mei), client.client()))
                .match(brief -> brief, refused -> {
                    throw new AssertionError(refused.rule());
                });
    }

    private int proposals(Guest client) {
        return done(test.rooms.tagging().card(test.desk(test.mei), client.client()))
                .proposals()
                .size();
    }

    private StoredMessage message(Guest client, String text) {
        int at = desk(client).indexOf(text);
        return done(test.stores.conversations().after(client.ref(), at, 1)).get(0);
    }

    /** The purposes that the client has a key for. */
    private List<Purpose> purposes(Guest client) {
        return done(test.stores
                        .keys()
                        .head(client.pool())
                        .compose(head -> test.stores
                                .keys()
                                .dataKeys(
                                        client.pool(),
                                        head.orElseThrow().current().version(),
                                        client.client())))
                .stream()
                .filter(key -> !key.destroyed())
                .map(WrappedKey::purpose)
                .toList();
    }

    private ConsentStatus status(Guest client) {
        return done(test.rooms.consents().status(client.ref(), CONFIDENCE));
    }
}
