package confidant.core.pool;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.BadRequest;
import confidant.core.SmallHouse;
import confidant.core.audit.EntryText;
import confidant.core.pool.Pools.Count;
import confidant.core.pool.Pools.Dropped;
import confidant.core.pool.Pools.Row;
import confidant.core.pool.Pools.Rows;
import confidant.core.pool.Segment.Condition;
import confidant.core.pool.Segment.Condition.Age;
import confidant.core.pool.Segment.Condition.AtLeast;
import confidant.core.pool.Segment.Condition.Has;
import confidant.core.pool.Segment.Condition.Within;
import confidant.model.ClientId;
import confidant.model.ConsentEvent;
import confidant.model.ConsentEvent.Expressed;
import confidant.model.ConsentStatus;
import confidant.model.LedgerEvent;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.store.ConversationStore.Ref;
import confidant.store.KeyStore.WrappedKey;
import confidant.store.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolsTest {
    private static final Condition NORTH = new Has("region", "north", false);
    private static final Condition TWENTIES = new Age(20, 30, false);
    private static final Condition OFTEN = new AtLeast("purchases", 3, false);

    private final SmallHouse at = new SmallHouse();

    private Count count(Purpose purpose, Condition... conditions) {
        return done(at.rooms.pools().count(at.desk, new Segment(purpose, List.of(conditions))));
    }

    private Ref northerner(String birthday, String purchases, Purpose... purposes) {
        Ref client = at.client(purposes);
        at.tag(client, "region", "north", Purpose.PERSONALISATION);
        at.tag(client, "birthday", birthday, Purpose.PERSONALISATION);
        at.tag(client, "purchases", purchases, Purpose.PERSONALISATION);
        return client;
    }

    @Test
    void count_tellsSizeBeforeAndAfterConsent() {
        northerner("2000-05-03", "5", Purpose.PERSONALISATION, Purpose.SHARING);
        northerner("1999-05-03", "3", Purpose.PERSONALISATION);
        northerner("1960-05-03", "9", Purpose.PERSONALISATION, Purpose.SHARING);
        northerner("2000-05-03", "2", Purpose.PERSONALISATION, Purpose.SHARING);
        at.client(Purpose.SHARING);

        Count count = count(Purpose.SHARING, TWENTIES, NORTH, OFTEN);

        assertThat(count).isEqualTo(new Count(2, 1, List.of(new Dropped("consent-needed", "ask-consent", 1))));
    }

    @Test
    void count_isRefusedWhole_underPurposeThatPolicyKeepsFromCounting() {
        northerner("2000-05-03", "5", Purpose.PERSONALISATION);

        assertThat(count(Purpose.SERVICE, NORTH))
                .isEqualTo(new Count(1, 0, List.of(new Dropped("default-deny", "none", 1))));
    }

    @Test
    void count_turnsRound_onlyAmongClientsWhoseDataMayBeUsed() {
        northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        Ref south = at.client(Purpose.PERSONALISATION);
        at.tag(south, "region", "south", Purpose.PERSONALISATION);
        at.client();

        assertThat(count(Purpose.PERSONALISATION, new Has("region", "north", true)))
                .isEqualTo(new Count(1, 1, List.of()));
    }

    @Test
    void count_ofNoCondition_isThePool() {
        at.client();
        at.client(Purpose.GREETING);

        assertThat(count(Purpose.GREETING).before()).isEqualTo(2);
        assertThat(count(Purpose.GREETING).after()).isEqualTo(1);
    }

    @Test
    void age_countsWholeYears_onTheDayItself() {
        northerner("1996-11-22", "0", Purpose.PERSONALISATION);
        northerner("1996-11-23", "0", Purpose.PERSONALISATION);

        assertThat(count(Purpose.PERSONALISATION, new Age(30, 30, false)).after())
                .isEqualTo(1);
        assertThat(count(Purpose.PERSONALISATION, new Age(29, 29, false)).after())
                .isEqualTo(1);
        assertThat(count(Purpose.PERSONALISATION, new Age(29, 30, false)).after())
                .isEqualTo(2);
    }

    @Test
    void within_seesBirthdays_ofBothCalendarsOverTheYearsEnd() {
        Ref january = at.client(Purpose.GREETING);
        at.tag(january, "birthday", "--01-05", Purpose.GREETING);
        Ref lunarNewYear = at.client(Purpose.GREETING);
        at.tag(lunarNewYear, "birthday", "L--01-01", Purpose.GREETING);

        // The lunar new year of 2027 is 6 February, 76 days from here.
        assertThat(count(Purpose.GREETING, new Within("birthday", 43, false)).after())
                .isZero();
        assertThat(count(Purpose.GREETING, new Within("birthday", 44, false)).after())
                .isEqualTo(1);
        assertThat(count(Purpose.GREETING, new Within("birthday", 75, false)).after())
                .isEqualTo(1);
        assertThat(count(Purpose.GREETING, new Within("birthday", 76, false)).after())
                .isEqualTo(2);
    }

    @Test
    void words_match_howeverTheyAreTyped() {
        Ref client = at.client(Purpose.PERSONALISATION);
        at.tag(client, "likes", "Jazz", Purpose.PERSONALISATION);
        at.tag(client, "likes", "茶", Purpose.PERSONALISATION);

        assertThat(count(Purpose.PERSONALISATION, new Has("likes", "ｊａｚｚ ", false))
                        .after())
                .isEqualTo(1);
        assertThat(count(Purpose.PERSONALISATION, new Has("likes", "茶", false), new Has("likes", "", false))
                        .after())
                .isEqualTo(1);
        assertThat(count(Purpose.PERSONALISATION, new Has("likes", "tea", false))
                        .after())
                .isZero();
    }

    @Test
    void withdrawal_takesClientOutAtOnce_ofThatPurposeAlone() {
        Ref client = northerner("2000-05-03", "5", Purpose.PERSONALISATION, Purpose.SHARING);
        at.tag(client, "region", "north", Purpose.SHARING);
        done(at.rooms.pools().unlock(at.desk));

        at.withdraw(client, Purpose.PERSONALISATION);

        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isZero();
        assertThat(count(Purpose.SHARING, NORTH).after()).isEqualTo(1);
        assertThat(count(Purpose.SHARING, OFTEN).before()).isZero();
    }

    @Test
    void withdrawal_whileThePoolOpens_winsOverWhatWasReadBefore() {
        Ref client = northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        PoolIndex index = new PoolIndex();
        int number = index.number(client.client());
        int other = index.number(ClientId.random());
        PurposeIndex read = new PurposeIndex(number);
        read.admit(number, Long.MAX_VALUE);
        read.admit(other, Long.MAX_VALUE);
        index.touch(client.client(), Purpose.PERSONALISATION, true);

        index.take(Map.of(Purpose.PERSONALISATION, read));

        List<ClientId> valid = index.clients(index.ask(
                purposes -> purposes.get(Purpose.PERSONALISATION).valid.clone()));
        assertThat(valid).hasSize(1).doesNotContain(client.client());
    }

    @Test
    void newTagsAndNewYes_areSeen_inAnOpenPool() {
        done(at.rooms.pools().unlock(at.desk));
        Ref late = at.client(Purpose.PERSONALISATION);
        Tag tag = at.tag(late, "region", "north", Purpose.PERSONALISATION);
        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isEqualTo(1);

        at.tag(late, "region", "south", Purpose.PERSONALISATION);
        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isZero();

        Tag south = at.tag(late, "region", "south", Purpose.PERSONALISATION);
        done(at.rooms.tagging().remove(at.desk, late.client(), south.id()));
        assertThat(count(Purpose.PERSONALISATION, new Has("region", "", false)).after())
                .isZero();
        assertThat(tag.kind()).isEqualTo("region");
    }

    @Test
    void consent_thatRunsOut_endsInAnOpenPool() {
        northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isEqualTo(1);

        at.clock.move(Duration.ofDays(3 * 365));

        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isZero();
        assertThat(count(Purpose.PERSONALISATION).after()).isZero();
    }

    @Test
    void tag_thatRunsOut_endsInAnOpenPool_whileLaterTagsStay() {
        Ref client = northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        at.clock.move(Duration.ofDays(600));
        at.tag(client, "likes", "jazz", Purpose.PERSONALISATION);
        done(at.rooms.consents().withdraw(client, Purpose.SHARING, given()));
        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isEqualTo(1);
        at.clock.move(Duration.ofDays(135));
        at.give(client, Purpose.PERSONALISATION);

        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isZero();
        assertThat(count(Purpose.PERSONALISATION, new Has("likes", "jazz", false))
                        .after())
                .isEqualTo(1);
    }

    @Test
    void outage_failsTheCount_insteadOfGivingAWrongOne() {
        Ref client = northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        done(at.rooms.pools().unlock(at.desk));
        at.memory.available(false);
        at.rooms.pools().tagsChanged(client, Purpose.PERSONALISATION, List.of());

        assertThat(failure(at.rooms.pools().count(at.desk, new Segment(Purpose.PERSONALISATION, List.of()))))
                .isInstanceOf(StoreUnavailable.class);
        at.memory.available(true);
        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isEqualTo(1);
    }

    @Test
    void unlock_canBeTriedAgain_afterAnOutage() {
        northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        at.memory.available(false);
        assertThat(failure(at.rooms.pools().unlock(at.desk))).isInstanceOf(StoreUnavailable.class);
        at.memory.available(true);

        assertThat(done(at.rooms.pools().unlock(at.desk))).isEqualTo(new Pools.Progress(1, 1, true));
    }

    @Test
    void lock_wipesThePool_andTheNextQuestionOpensIt() {
        northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        done(at.rooms.pools().unlock(at.desk));

        at.rooms.pools().lock(at.desk);

        assertThat(at.rooms.pools().progress(at.desk)).isEqualTo(new Pools.Progress(0, 0, false));
        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isEqualTo(1);
    }

    @Test
    void unlock_endsAWithdrawalThatACrashCutShort() {
        Ref cut = northerner("2000-05-03", "5", Purpose.PERSONALISATION, Purpose.SHARING);
        Ref kept = northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        done(at.memory.consents().append(at.desk.pool(), withdrawn(cut.client(), 2)));

        done(at.rooms.pools().unlock(at.desk));

        assertThat(alive(cut, Purpose.PERSONALISATION)).isZero();
        assertThat(alive(kept, Purpose.PERSONALISATION)).isEqualTo(1);
        assertThat(count(Purpose.PERSONALISATION, NORTH).after()).isEqualTo(1);
    }

    @Test
    void unlock_keepsTheKeysOfAYesThatOnlyRanOut() {
        Ref client = northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        at.clock.move(Duration.ofDays(3 * 365));

        done(at.rooms.pools().unlock(at.desk));

        assertThat(alive(client, Purpose.PERSONALISATION)).isEqualTo(1);
        assertThat(count(Purpose.PERSONALISATION, NORTH).before()).isZero();
    }

    @Test
    void page_listsEachClientOnce_underACursor() {
        List<ClientId> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(northerner("2000-05-03", "5", Purpose.PERSONALISATION).client());
        }
        Segment segment = new Segment(Purpose.PERSONALISATION, List.of(NORTH));
        List<Row> seen = new ArrayList<>();
        String cursor = "";
        do {
            Rows rows = done(at.rooms.pools().page(at.desk, segment, cursor, 3));
            assertThat(rows.rows()).hasSizeLessThanOrEqualTo(3);
            seen.addAll(rows.rows());
            cursor = rows.next();
        } while (!cursor.isEmpty());

        assertThat(seen).extracting(Row::client).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen)
                .allSatisfy(row -> assertThat(row.name().orElseThrow().reveal()).isEqualTo("Lin"));
    }

    @Test
    void page_leavesOut_whoWithdrewOnAnotherNode() {
        Ref client = northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        done(at.rooms.pools().unlock(at.desk));
        at.node("b", at.memory).withdraw(client, Purpose.PERSONALISATION);

        Segment segment = new Segment(Purpose.PERSONALISATION, List.of(NORTH));
        assertThat(done(at.rooms.pools().page(at.desk, segment, "", 10)).rows()).isEmpty();
    }

    @Test
    void questions_withoutSense_areRefused() {
        assertThatThrownBy(() -> count(new Purpose("unheard-of"))).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> count(Purpose.SHARING, new Has("shoe-size", "9", false)))
                .isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> count(Purpose.SHARING, new AtLeast("region", 1, false)))
                .isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> count(Purpose.SHARING, new Age(30, 20, false))).isInstanceOf(BadRequest.class);
        assertThat(failure(at.rooms.pools().page(at.desk, new Segment(Purpose.SHARING, List.of()), "x", 3)))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void ledger_hasOneLineForTheUnlock_andOneForEachCount() {
        northerner("2000-05-03", "5", Purpose.PERSONALISATION);
        count(Purpose.PERSONALISATION, NORTH);
        count(Purpose.PERSONALISATION, TWENTIES, NORTH);

        List<LedgerEvent> lines = lines();
        assertThat(lines.stream().filter(line -> line.event().equals("unlock"))).hasSize(1);
        assertThat(lines.stream().filter(line -> line.event().equals("segment")))
                .hasSize(2)
                .last()
                .satisfies(line -> {
                    assertThat(line.rule()).isEqualTo("concierge-segments");
                    assertThat(line.classes()).containsExactly("birthday", "region");
                    assertThat(line.count()).isEqualTo(1);
                });
    }

    private List<LedgerEvent> lines() {
        long bucket = at.house.now().getEpochSecond() / 10;
        return done(at.memory.ledger().waiting(bucket, 1000)).stream()
                .map(waiting -> EntryText.read(waiting.entry()))
                .toList();
    }

    private long alive(Ref client, Purpose purpose) {
        List<WrappedKey> rows = done(at.memory.keys().dataKeys(client.pool(), 1, client.client())).stream()
                .filter(key -> key.purpose().equals(purpose))
                .toList();
        int floor = rows.stream()
                .filter(WrappedKey::destroyed)
                .mapToInt(WrappedKey::keyNo)
                .max()
                .orElse(0);
        return rows.stream().filter(key -> key.keyNo() > floor).count();
    }

    private ConsentEvent withdrawn(ClientId client, long seq) {
        return new ConsentEvent(
                client,
                Purpose.PERSONALISATION,
                seq,
                ConsentStatus.WITHDRAWN,
                at.house.now(),
                Optional.empty(),
                Expressed.CLIENT,
                "privacy-page",
                "",
                Optional.empty());
    }

    private static confidant.core.consent.Consents.Given given() {
        return new confidant.core.consent.Consents.Given("privacy-page", "", Optional.empty());
    }
}
