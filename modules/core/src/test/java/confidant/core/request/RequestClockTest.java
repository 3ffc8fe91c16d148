package confidant.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.BadRequest;
import confidant.core.SmallHouse;
import confidant.model.Personal;
import confidant.policy.Jurisdiction;
import confidant.policy.Jurisdiction.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Laws' times, with the laws of the house's own folder. */
class RequestClockTest {
    private static final Personal<String> WORDS = Personal.of("words");
    private static final Personal<String> NOTHING = Personal.of("");
    private static final Instant CAME = Instant.parse("2027-01-31T10:00:00Z");

    private final Collection<Jurisdiction> laws =
            new SmallHouse().house.policy().jurisdictions();

    @Test
    void shortestTimeCounts_untilTheLawIsNamed() {
        ClientRequest access = request(Request.ACCESS);

        // 15 days in Taiwan, 15 working days in China, a month in the Union, 45 days in California.
        assertThat(read(access, CAME).law().orElseThrow().id()).isEqualTo("taiwan");
        assertThat(read(access, CAME).due()).contains(Instant.parse("2027-02-15T10:00:00Z"));
        ClientRequest inTheUnion = access.then(step(Move.LAW, CAME, "eu", NOTHING));
        // A month after the 31st of January is the last of February.
        assertThat(read(inTheUnion, CAME).due()).contains(Instant.parse("2027-02-28T10:00:00Z"));
        ClientRequest inChina = inTheUnion.then(step(Move.LAW, CAME, "china", NOTHING));
        // From Sunday on: three weeks of five days.
        assertThat(read(inChina, CAME).due()).contains(Instant.parse("2027-02-19T10:00:00Z"));
        assertThat(read(inChina, CAME).prolongs()).isFalse();
    }

    @Test
    void noLaw_noTime() {
        RequestClock.Reading none = RequestClock.read(request(Request.ACCESS), java.util.List.of(), CAME);

        assertThat(none.law()).isEmpty();
        assertThat(none.due()).isEmpty();
        assertThat(none.late()).isFalse();
        assertThat(none.prolongs()).isFalse();
    }

    @Test
    void clockStands_whileTheClientIsAsked_andGoesOnAfterwards() {
        ClientRequest asked = request(Request.ACCESS).then(step(Move.ASKED, day(3), "identity", WORDS));

        assertThat(asked.waiting()).isTrue();
        assertThat(read(asked, day(60)).due()).isEmpty();
        assertThat(read(asked, day(60)).late()).isFalse();

        ClientRequest cleared = asked.then(step(Move.CLEARED, day(10), "in-chat", NOTHING));
        assertThat(read(cleared, day(10)).due()).contains(day(15 + 7));
        ClientRequest again = cleared.then(step(Move.ASKED, day(12), "meaning", WORDS))
                .then(step(Move.CLEARED, day(13), "explained", NOTHING));
        assertThat(read(again, day(13)).due()).contains(day(15 + 7 + 1));
        assertThat(read(again, day(23)).late()).isFalse();
        assertThat(read(again, day(23).plusMillis(1)).late()).isTrue();
    }

    @Test
    void timeIsProlongedOnce_beforeItIsOver() {
        assertThat(read(request(Request.ACCESS), day(1)).prolongs())
                .as("before the law is named")
                .isFalse();
        ClientRequest access = request(Request.ACCESS).then(step(Move.LAW, day(1), "taiwan", NOTHING));
        assertThat(read(access, day(15)).prolongs()).isTrue();
        assertThat(read(access, day(15).plusMillis(1)).prolongs()).isFalse();

        ClientRequest longer = access.then(step(Move.EXTENDED, day(14), "many", NOTHING));
        assertThat(read(longer, day(14)).due()).contains(day(30));
        assertThat(read(longer, day(14)).prolongs()).isFalse();
        assertThatThrownBy(() -> longer.then(step(Move.EXTENDED, day(15), "many", NOTHING)))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void closedRequest_hasNoClock_andRemembersWhetherItWasLate() {
        ClientRequest inTime = request(Request.ERASURE).then(step(Move.ANSWERED, day(14), "done", WORDS));
        ClientRequest late = request(Request.ERASURE).then(step(Move.REFUSED, day(40), "duty", WORDS));

        assertThat(inTime.open()).isFalse();
        assertThat(inTime.steps().get(1).words()).isEqualTo(WORDS);
        assertThat(read(inTime, day(400)).late()).isFalse();
        assertThat(read(inTime, day(400)).prolongs()).isFalse();
        assertThat(read(late, day(400)).late()).isTrue();
        // Refused while the clock stood: the time that it stood does not count.
        ClientRequest silent = request(Request.ERASURE)
                .then(step(Move.ASKED, day(1), "identity", WORDS))
                .then(step(Move.REFUSED, day(90), "identity", WORDS));
        assertThat(read(silent, day(90)).late()).isFalse();
    }

    @Test
    void stepsThatDoNotFollow_areRefusedInWords() {
        ClientRequest fresh = request(Request.ACCESS);
        refused(fresh, Move.RECEIVED, "page", WORDS, "received once");
        refused(fresh, Move.CLEARED, "in-chat", WORDS, "not asked for anything");
        refused(fresh, Move.ASKED, "shoe-size", WORDS, "one of identity, meaning");
        refused(fresh, Move.REFUSED, "identity", WORDS, "ask first");
        refused(fresh, Move.ANSWERED, "done", Personal.of(" "), "owed words");
        refused(fresh, Move.ASKED, "identity", NOTHING, "owed words");
        ClientRequest asked = fresh.then(step(Move.ASKED, day(1), "meaning", WORDS));
        refused(asked, Move.ASKED, "identity", WORDS, "asked already");
        ClientRequest closed = asked.then(step(Move.ANSWERED, day(2), "done", WORDS));
        refused(closed, Move.LAW, "eu", WORDS, "closed");
    }

    @Test
    void fields_bringBackTheSameRequest() {
        ClientRequest request = request(Request.PORTABILITY)
                .then(step(Move.LAW, day(1), "eu", NOTHING))
                .then(step(Move.ANSWERED, day(2), "done", Personal.of("two\nlines | and more")));

        assertThat(ClientRequest.of(request.fields())).isEqualTo(request);
        assertThat(request.law()).isEqualTo(Optional.of("eu"));
    }

    private static void refused(ClientRequest request, Move move, String detail, Personal<String> said, String why) {
        assertThatThrownBy(() -> request.then(step(move, day(3), detail, said)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining(why);
    }

    private static ClientRequest request(Request kind) {
        return ClientRequest.received(kind, WORDS, CAME, "page");
    }

    private static RequestStep step(Move move, Instant at, String detail, Personal<String> words) {
        return new RequestStep(move, at, detail, words);
    }

    private static Instant day(int count) {
        return CAME.plus(Duration.ofDays(count));
    }

    private RequestClock.Reading read(ClientRequest request, Instant now) {
        return RequestClock.read(request, laws, now);
    }
}
