package confidant.core.erasure;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.TestHouse;
import confidant.core.TestHouse.NoAdvice;
import confidant.core.audit.Auditing;
import confidant.core.conversation.Conversations;
import confidant.core.keys.Keys;
import confidant.core.reception.Reception.Admission;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.ConsentStatus;
import confidant.model.Inbound;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ErasureStore;
import confidant.store.ErasureStore.Stage;
import confidant.store.KeyStore.WrappedKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ErasuresTest {
    private static final String USER = "U-to-be-erased";

    private final TestHouse test = new TestHouse();

    @Test
    void erasedClient_cannotBeReadWrittenToOrCounted_andTheOthersCan() {
        Ref gone = written(USER, "one");
        Ref stays = written("U-who-stays", "two");

        Certificate certificate = erase(gone);

        assertThat(certificate.stage()).isEqualTo(Stage.STOPPED);
        assertThat(certificate.stopped()).isPresent();
        assertThat(failure(test.rooms.conversations().after(test.desk(test.mei), gone.client(), 0, 10)))
                .isInstanceOf(NotFound.class);
        assertThat(failure(test.rooms
                        .conversations()
                        .reply(test.desk(test.mei), gone.client(), "key-1", Personal.of("hello"))))
                .isInstanceOf(NotFound.class);
        assertThat(done(test.rooms.conversations().inbox(test.desk(test.mei), "", 50))
                        .rows())
                .extracting(row -> row.client())
                .containsExactly(stays.client());
        assertThat(lines(test, stays).get(0).text().orElseThrow().reveal()).isEqualTo("two");
    }

    @Test
    void whoWritesAgain_isAStranger_andARedeliveredHookRevivesNothing() {
        Inbound first = test.lineText(USER, "event-1", "one");
        done(test.rooms.reception().admit(test.mei, first));
        Ref gone = test.lineClient(USER);
        erase(gone);

        assertThat(done(test.rooms.reception().admit(test.mei, first)).what()).isEqualTo(Admission.ACCEPTED);
        Ref stranger = test.lineClient(USER);

        assertThat(stranger).isNotEqualTo(gone);
        assertThat(done(test.stores.clients().client(gone.pool(), gone.client())))
                .isEmpty();
        assertThat(lines(test, stranger))
                .filteredOn(line -> line.author() == Author.CLIENT)
                .hasSize(1);
        assertThat(done(test.rooms.consents().states(stranger))).isEmpty();
    }

    @Test
    void anotherNode_meetsTheStranger_evenWhereItRemembersTheClient() {
        TestHouse other = new TestHouse(Optional.of(test), "node-2", new NoAdvice());
        Ref gone = written(USER, "one");
        done(other.rooms.reception().admit(test.mei, test.lineText(USER, "event-2", "two")));
        erase(gone);
        test.clock.move(Keys.EVERYWHERE);
        other.clock.move(Keys.EVERYWHERE);

        done(other.rooms.reception().admit(test.mei, test.lineText(USER, "event-3", "three")));

        assertThat(test.lineClient(USER)).isNotEqualTo(gone);
        assertThat(failure(other.rooms.conversations().after(test.desk(test.mei), gone.client(), 0, 10)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void oldDataPutBack_withTheKeysOfNow_revivesNothing() {
        Ref gone = written(USER, "one");
        var address = done(test.stores.clients().addresses(gone.pool(), gone.client()))
                .get(0);
        var card =
                done(test.stores.clients().client(gone.pool(), gone.client())).orElseThrow();
        erase(gone);
        done(test.rooms.erasures().finish());

        done(test.stores.clients().claim(address));
        done(test.stores.clients().put(card));
        TestHouse restarted = new TestHouse(Optional.of(test), "node-2", new NoAdvice());
        done(restarted.rooms.reception().admit(test.mei, test.lineText(USER, "event-9", "hello again")));

        assertThat(test.lineClient(USER)).isNotEqualTo(gone);
        assertThat(lines(restarted, gone))
                .isNotEmpty()
                .noneMatch(line -> line.text().isPresent());
    }

    @Test
    void consentsEnd_queuedSendsAreCancelled_andAGuestIsNobody() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.GREETING);
        done(test.rooms.reception().say(guest, "m-1", Personal.of("hello")));

        erase(guest.ref());

        assertThat(done(test.rooms.consents().states(guest.ref())).values())
                .extracting(state -> state.status())
                .containsOnly(ConsentStatus.WITHDRAWN);
        assertThat(failure(test.rooms.reception().say(guest, "m-2", Personal.of("again"))))
                .isInstanceOf(NotFound.class);
        assertThat(failure(test.rooms.privacy().letter(guest))).isInstanceOf(NotFound.class);
        assertThat(done(test.stores.conversations().pending(guest.ref()))).isEmpty();
    }

    @Test
    void everyKeyButTheLegalOne_isDestroyedForEver() {
        Ref gone = written(USER, "one");
        erase(gone);

        List<WrappedKey> rows = rows(gone);
        assertThat(rows).isEmpty();
        assertThat(done(new Keys(test.house).isErased(gone))).isTrue();
        assertThat(done(test.stores.erasures().erasure(gone.pool(), gone.client()))
                        .orElseThrow()
                        .stage())
                .as("sealed at once")
                .isEqualTo(Stage.SEALED);
    }

    @Test
    void legalHold_keepsOneKey_andTheErasureOnlyBegun_untilItIsLifted() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.GREETING);
        Ref gone = guest.ref();
        for (Purpose purpose : List.of(Purpose.PERSONALISATION, Purpose.GREETING)) {
            String kind = purpose.equals(Purpose.GREETING) ? "birthday" : "likes";
            String value = purpose.equals(Purpose.GREETING) ? "--05-03" : "tea";
            done(test.rooms.tagging().tag(test.desk(test.mei), gone.client(), kind, Personal.of(value), purpose));
        }
        done(test.rooms.holds().place(gone, Purpose.PERSONALISATION, test.officer(), "court"));

        assertThat(erase(gone).stage()).isEqualTo(Stage.BEGUN);
        done(test.rooms.erasures().finish());

        Keys keys = new Keys(test.house);
        assertThat(alive(keys, gone)).containsExactly(Purpose.PERSONALISATION);
        assertThat(done(keys.isErased(gone))).isTrue();
        assertThat(done(test.rooms.erasures().certificate(gone)).orElseThrow().stopped())
                .isEmpty();

        done(test.rooms.consents().lift(gone, Purpose.PERSONALISATION, test.officer(), "over"));
        done(test.rooms.erasures().finish());

        assertThat(alive(new Keys(test.house), gone)).isEmpty();
        assertThat(done(test.rooms.erasures().certificate(gone)).orElseThrow().stage())
                .isEqualTo(Stage.FINAL);
    }

    @Test
    void legalHoldOnTheService_keepsTheClient_untilItIsLifted() {
        Ref held = written(USER, "one");
        done(test.rooms.holds().place(held, Purpose.SERVICE, test.officer(), "claim"));

        assertThat(erase(held).stage()).isEqualTo(Stage.BEGUN);
        done(test.rooms.reception().admit(test.mei, test.lineText(USER, "event-2", "two")));
        assertThat(test.lineClient(USER)).isEqualTo(held);
        assertThat(lines(test, held))
                .anyMatch(line ->
                        line.text().filter(text -> text.reveal().equals("one")).isPresent());

        done(test.rooms.consents().lift(held, Purpose.SERVICE, test.officer(), "over"));
        done(test.rooms.erasures().finish());

        assertThat(done(new Keys(test.house).isErased(held))).isTrue();
        assertThat(done(test.rooms.erasures().certificate(held)).orElseThrow().stage())
                .isEqualTo(Stage.FINAL);
    }

    private List<Purpose> alive(Keys keys, Ref client) {
        List<Purpose> alive = new ArrayList<>();
        done(keys.preload(
                client.pool(),
                found -> found.stream()
                        .filter(key -> key.client().equals(client.client()))
                        .filter(key -> !key.purpose().equals(Purpose.LEGAL))
                        .forEach(key -> alive.add(key.purpose()))));
        return alive;
    }

    @Test
    void certificate_namesTheDates_andWhetherTheRootCanBeReliedOn() {
        Ref gone = written(USER, "one");
        assertThat(done(test.rooms.erasures().certificate(gone))).isEmpty();

        Certificate asked = erase(gone);
        assertThat(asked.promised()).isEqualTo(asked.asked().plus(Erasures.WITHIN));
        assertThat(asked.provable()).isFalse();
        assertThat(asked.root()).isEqualTo("file");
        test.clock.move(Duration.ofHours(5));
        assertThat(done(test.rooms.erasures().finish())).isEqualTo(2);

        Certificate last = done(test.rooms.erasures().certificate(gone)).orElseThrow();
        assertThat(last.stage()).isEqualTo(Stage.FINAL);
        assertThat(last.ended()).contains(test.clock.instant());
        assertThat(last.promised()).isEqualTo(test.clock.instant());
        assertThat(last.asked()).isEqualTo(asked.asked());
        assertThat(erase(gone)).as("asked again").isEqualTo(last);
        assertThat(done(test.rooms.erasures().certificates(test.officer(), "audit")))
                .containsExactly(new Erasures.Listed(test.rooms.auditing().pseudonym(gone.client()), last));
        assertThat(failure(test.rooms.erasures().certificates(test.officer(), "curiosity")))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void eachStage_hasItsLineInTheLedger_withoutNamingAnybody() {
        Ref gone = written(USER, "one");
        erase(gone);
        done(test.rooms.erasures().finish());
        test.clock.move(Duration.ofSeconds(2));
        done(test.rooms.auditing().sequence());

        Auditing.Filter all =
                new Auditing.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        List<LedgerEvent> lines =
                done(test.rooms.auditing().entries(test.officer(), "audit", all, "", 500)).entries().stream()
                        .map(Auditing.Entry::event)
                        .filter(line -> line.event().startsWith("erasure."))
                        .toList();
        assertThat(lines).extracting(LedgerEvent::event).contains("erasure.stopped", "erasure.sealed", "erasure.final");
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.toString()).doesNotContain(gone.client().toString()));
    }

    @Test
    void singleWithdrawal_getsItsFinalStageToo() {
        Guest guest = test.guest(Lang.EN, Purpose.PERSONALISATION);
        done(test.rooms
                .tagging()
                .tag(test.desk(test.mei), guest.client(), "likes", Personal.of("tea"), Purpose.PERSONALISATION));
        int epoch = test.house.vault().root().epoch();
        done(test.rooms.privacy().consent(guest, Purpose.PERSONALISATION, false, "privacy-page", ""));

        done(test.rooms.erasures().seal());
        assertThat(done(test.stores.erasures().erasure(guest.pool(), ErasureStore.EVERYBODY))
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.SEALED);
        assertThat(done(test.rooms.erasures().finish())).isEqualTo(1);

        assertThat(test.house.vault().root().epoch()).isEqualTo(epoch + 1);
        assertThat(done(test.rooms.erasures().finish()))
                .as("nothing is left to end")
                .isZero();
        assertThat(test.house.vault().root().epoch()).isEqualTo(epoch + 1);
    }

    @Test
    void houseWithNothingToErase_keepsItsEpoch() {
        written(USER, "one");
        assertThat(done(test.rooms.erasures().finish())).isZero();
        assertThat(test.house.vault().root().epoch()).isEqualTo(1);
    }

    private List<Conversations.Line> lines(TestHouse from, Ref client) {
        return done(from.rooms.conversations().after(test.desk(test.mei), client.client(), 0, 10))
                .match(Conversations.Page::lines, refused -> {
                    throw new AssertionError(refused.rule());
                });
    }

    private Certificate erase(Ref client) {
        return done(test.rooms.erasures().erase(client, Actor.of(client.client())));
    }

    private Ref written(String user, String text) {
        done(test.rooms.reception().admit(test.mei, test.lineText(user, "event-of-" + user, text)));
        return test.lineClient(user);
    }

    private List<WrappedKey> rows(Ref client) {
        List<WrappedKey> rows = new ArrayList<>();
        for (int version = 1; version < 5; version++) {
            done(test.stores.keys().dataKeys(client.pool(), version, client.client()))
                    .forEach(rows::add);
        }
        return rows;
    }
}
