package confidant.core.privacy;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Guest;
import confidant.core.SmallHouse;
import confidant.core.SpoiltStores;
import confidant.core.TestHouse;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A message that comes again acts once, whatever was said since; one whose act was cut off is made good. The clock stands
 * still throughout, so nothing here rests on which of two times is later.
 */
class RepeatedWordsTest {
    private final TestHouse test = new TestHouse();

    @ParameterizedTest
    @CsvSource({
        "web, STOP, true",
        "web, 退訂, true",
        "web, decline greeting, true",
        "web, 不同意 纪念日问候, true",
        "line, STOP, true",
        "line, decline greeting, true",
        "web, STOP, false",
        "line, STOP, false",
        "line, 不同意 紀念日問候, false"
    })
    void no_thatComesAgain_leavesALaterYes(String way, String word, boolean given) {
        Guest client = client(way);
        answer(client, given);
        say(way, client, "e-1", word);
        assertThat(status(client).valid()).isFalse();

        answer(client, true);
        say(way, client, "e-1", word);
        assertThat(status(client)).isEqualTo(ConsentStatus.GIVEN);

        say(way, client, "e-2", word);
        assertThat(status(client)).isEqualTo(ConsentStatus.WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource({"web, agree greeting", "line, agree greeting", "line, 同意 紀念日問候"})
    void yes_thatComesAgain_leavesALaterNo(String way, String word) {
        Guest client = client(way);
        say(way, client, "e-1", word);
        answer(client, false);

        say(way, client, "e-1", word);

        assertThat(status(client)).isEqualTo(ConsentStatus.WITHDRAWN);
    }

    static IntStream calls() {
        return IntStream.rangeClosed(1, 80);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void stop_whoseActWasCutOff_isDoneWhenItComesAgain(int calls) {
        SmallHouse house = new SmallHouse();
        Ref client = house.client(Purpose.GREETING, Purpose.SHARING);
        house.tag(client, "birthday", "--11-22", Purpose.GREETING);
        Guest guest = new Guest(client.pool(), client.client());
        SmallHouse dying = house.node("node-2", SpoiltStores.dyingAfter(calls, house.memory));
        Future<?> first = dying.rooms.reception().say(guest, "e-1", Personal.of("STOP"));

        done(house.rooms.reception().say(guest, "e-1", Personal.of("STOP")));

        assertThat(first.isComplete()).isTrue();
        assertThat(List.of(status(house, client, Purpose.GREETING), status(house, client, Purpose.SHARING)))
                .containsOnly(ConsentStatus.WITHDRAWN);

        house.give(client, Purpose.GREETING);
        assertThat(done(house.rooms.tagging().card(house.desk, client.client())).tags())
                .as("what rested on the yes that was taken back")
                .isEmpty();
        done(house.rooms.reception().say(guest, "e-1", Personal.of("STOP")));
        assertThat(status(house, client, Purpose.GREETING)).isEqualTo(ConsentStatus.GIVEN);
        assertThat(done(house.rooms.consents().history(client)))
                .extracting(ConsentEvent::status)
                .filteredOn(ConsentStatus.WITHDRAWN::equals)
                .hasSize(2);
    }

    private Guest client(String way) {
        if (way.equals("web")) {
            return test.guest(Lang.EN);
        }
        done(test.rooms.reception().admit(test.mei, test.lineText("U1", "e-0", "hello")));
        Ref ref = test.lineClient("U1");
        return new Guest(ref.pool(), ref.client());
    }

    private void answer(Guest client, boolean yes) {
        done(test.rooms.privacy().consent(client, Purpose.GREETING, yes, "privacy-page", ""));
    }

    private void say(String way, Guest client, String id, String text) {
        if (way.equals("web")) {
            done(test.rooms.reception().say(client, id, Personal.of(text)));
        } else {
            done(test.rooms.reception().admit(test.mei, test.lineText("U1", id, text)));
        }
    }

    private ConsentStatus status(Guest client) {
        return done(test.rooms.consents().status(client.ref(), Purpose.GREETING));
    }

    private static ConsentStatus status(SmallHouse house, Ref client, Purpose purpose) {
        return done(house.rooms.consents().status(client, purpose));
    }
}
