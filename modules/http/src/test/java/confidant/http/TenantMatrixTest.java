package confidant.http;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.http.Filler.Request;
import confidant.http.Spec.Operation;
import confidant.testkit.SoftKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the contract, asked by everybody who is not the client's own, with the ids of Ivy's client: nobody learns
 * a thing, and the answer is the one about ids that do not exist. Generated from the contract, so a new operation is in it
 * without a word here; one that the generator cannot fill, or of whose ids the estates have none, fails.
 */
class TenantMatrixTest {
    /** What officers know clients by is of the whole house, whosever pool they are in. */
    private static final Set<String> OF_THE_HOUSE =
            Set.of("pseudonym", "complaintId", "requestId", "memberId", "questionId", "reviewId");

    /** What officers may do to anybody's consents, whosever pool they are in. */
    private static final Set<String> OF_ANYBODY =
            Set.of("revokeConsent", "invalidateConsent", "askAnew", "placeHold", "liftHold");

    /** After these there is nobody left to try the others with. */
    private static final Set<String> ENDS = Set.of("eraseMe");

    /** Of an authenticator that nobody here knows. */
    private static final Map<String, String> ANSWERED = answered();

    private static ServedHouse house;
    private static Spec spec;
    private static Estate ivys;
    private static List<Authenticator> ivysKeys;
    private static Authenticator officersKey;
    private static List<Seat> seats;
    private static final Map<String, Map<String, Object>> KNOWN = new HashMap<>();

    @BeforeAll
    static void start() {
        house = new ServedHouse(Clock.systemUTC(), vertx -> new Shut());
        spec = new Spec(house.conformity.contract().text());
        Seat.Table table = Seat.Table.of(house, spec);
        ivys = table.ivys();
        ivysKeys = table.ivysKeys();
        officersKey = table.officersKey();
        seats = table.strangers();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @TestFactory
    Stream<DynamicTest> operation_answersItsOwnersOnly() {
        assertThat(spec.operations()).hasSizeGreaterThan(35);
        String before = whatIvySees();
        return Stream.of(
                        // First with what is one's own: were the request wrong, everybody would be refused alike.
                        spec.operations().stream()
                                .map(one -> DynamicTest.dynamicTest(one.id() + " by its owner", () -> owner(one))),
                        spec.operations().stream()
                                .flatMap(one -> seats.stream()
                                        .map(seat -> DynamicTest.dynamicTest(
                                                one.id() + " by " + seat.name(), () -> stranger(one, seat)))),
                        Stream.of(DynamicTest.dynamicTest(
                                "nothing of it was changed",
                                () -> assertThat(whatIvySees()).isEqualTo(before))))
                .flatMap(all -> all);
    }

    private static Map<String, String> answered() {
        SoftKey key = new SoftKey("https://house.example", "house.example");
        Map<String, String> answered = new HashMap<>(key.make("AAAA", "AAAA"));
        answered.putAll(key.use("AAAA"));
        return answered;
    }

    private static String whatIvySees() {
        String client = "/v1/desk/clients/" + ivys.ids("clientId").iterator().next();
        Browser ivy = house.desk(ServedHouse.IVY);
        String seen = Stream.of("/card", "/messages?limit=200", "/brief")
                .map(page -> ivy.get(client + page).is(200).text())
                .reduce("", String::concat);
        assertThat(seen).contains(ivys.mark);
        // What her client says to the officer is not hers to see either.
        ivys.confided().forEach(word -> assertThat(seen).doesNotContain(word));
        return seen;
    }

    /** Finds, where a name alone does not tell, the purpose under which the house takes the request. */
    private static void owner(Operation operation) {
        boolean named = ENDS.contains(operation.id())
                || !new Filler(spec, Map.of()).slots(operation).isEmpty();
        Estate estate = named ? new Estate(house, spec, ServedHouse.IVY, 1, "sharing", "greeting") : ivys;
        List<String> answers = new ArrayList<>();
        for (String purpose : List.of("personalisation", "sharing", "greeting", "trip")) {
            Map<String, Object> known = new HashMap<>(ANSWERED);
            known.put("file", "channel,account,address\nline,none,x");
            known.putAll(Map.of("kind", "likes", "value", "tea", "purpose", purpose));
            known.putAll(Map.of("dataClass", "birthday", "why", "booking"));
            known.putAll(Map.of("detail", "eu", "concierge", "ivy", "day", "2026-11-25", "zone", "UTC"));
            KNOWN.put(operation.id(), known);
            Filler filler = new Filler(spec, known);
            Request request = filler.request(
                    operation,
                    name -> estate.ids(name).stream()
                            .filter(id -> !name.equals("cursor"))
                            // The officer's list has everybody; what ends something must not end what is looked at
                            // here.
                            .filter(id -> !named
                                    || !name.equals("pseudonym")
                                    || !ivys.ids(name).contains(id))
                            // The last, which may be gone afterwards: strangers try the first.
                            .reduce((first, last) -> last));
            // Signing out must not take the session along with which others are tried.
            boolean staff = operation.role().equals("signed-in");
            Browser asking = staff ? house.desk(ServedHouse.IVY) : estate.seat(operation);
            if (operation.stepUp() || staff) {
                // One of Ivy's own is removed on the way.
                List<Authenticator> keys = operation.role().equals("officer") ? List.of(officersKey) : ivysKeys;
                assertThat(keys.stream().anyMatch(key -> key.prove(asking).status() == 200))
                        .isTrue();
            }
            Answered answered = ask(asking, request);
            assertThat(answered.header("Content-Type").contains("problem") ? answered.text() : "")
                    .as("the owner has stepped up")
                    .doesNotContain("step-up");
            boolean stranger = operation.role().equals("public") && answered.status() == 401;
            if (stranger || !Set.of(400, 401, 404, 405, 413, 415, 500, 503).contains(answered.status())) {
                return;
            }
            answers.add(answered.text());
        }
        throw new AssertionError(
                "`" + operation.id() + "` is refused to its owner: the generator cannot fill it, or the "
                        + "estate has not what it needs: " + answers);
    }

    private static void stranger(Operation operation, Seat seat) {
        Filler filler = new Filler(spec, KNOWN.get(operation.id()));
        Set<String> slots = new TreeSet<>(filler.slots(operation));
        boolean may = seat.may(operation);
        if (may && ENDS.contains(operation.id())) {
            // It names nobody, so nobody else can be meant; ErasureTest tries it.
            return;
        }
        if (may && (seat.officer() || seat.manager())) {
            if (OF_ANYBODY.contains(operation.id())) {
                // Everybody's consents are theirs to end, Ivy's client's too; that they can was tried with another's.
                return;
            }
            slots.removeAll(OF_THE_HOUSE);
        }
        for (Set<String> foreign : crossings(slots, may)) {
            cross(operation, seat, filler, foreign);
        }
    }

    private static void cross(Operation operation, Seat seat, Filler filler, Set<String> foreign) {
        boolean may = seat.may(operation);
        String what = operation.id() + " by " + seat.name() + " with another's " + foreign;
        if (foreign.equals(Set.of("cursor"))) {
            // A cursor is no name of a thing, so there is none that does not exist; where it leads to is one's own.
            for (String cursor : ivys.ids("cursor")) {
                var request = filler.request(operation, ids(seat, foreign, name -> Optional.of(cursor)));
                silent(what, seat, ask(seat.browser(operation), request));
            }
            return;
        }
        Answered others =
                ask(seat.browser(operation), filler.request(operation, ids(seat, foreign, theirs(seat, may))));
        assertThat(others.status() < 300 && !may)
                .as("%s is done: %s", what, others.text())
                .isFalse();
        silent(what, seat, others);
        if (!foreign.isEmpty()) {
            Function<String, Optional<String>> absent = theirs(seat, may).andThen(one -> one.map(Estate::absent));
            Answered nobodys = ask(seat.browser(operation), filler.request(operation, ids(seat, foreign, absent)));
            Likeness.same(what, others, nobodys);
        }
    }

    /** Which ids are another's, the others being one's own: all of them, and each by itself. */
    private static Set<Set<String>> crossings(Set<String> slots, boolean may) {
        Set<Set<String>> crossings = new HashSet<>();
        crossings.add(slots);
        if (may) {
            slots.forEach(slot -> crossings.add(Set.of(slot)));
        }
        return crossings;
    }

    private static Function<String, Optional<String>> ids(
            Seat seat, Set<String> foreign, Function<String, Optional<String>> theirs) {
        return name -> {
            if (foreign.contains(name)) {
                return theirs.apply(name);
            }
            Set<String> own = OF_THE_HOUSE.contains(name) ? ivys.ids(name) : seat.own(name);
            return own.stream().filter(one -> !name.equals("cursor")).findFirst();
        };
    }

    /** An id that Ivy's client has and the asking one has not. */
    private static Function<String, Optional<String>> theirs(Seat seat, boolean may) {
        return name -> {
            Set<String> theirs = new TreeSet<>(ivys.ids(name));
            if (may) {
                theirs.removeAll(seat.own(name));
            }
            assertThat(theirs.isEmpty() && !name.equals("cursor"))
                    .as("there is no other's `%s` to try", name)
                    .isFalse();
            return theirs.stream().findFirst();
        };
    }

    private static void silent(String what, Seat seat, Answered answered) {
        boolean packed = answered.header("Content-Type").equals("application/zip");
        String said = (packed ? Unpacked.of(answered).everything() : answered.text())
                + answered.response().headers().map();
        Stream.concat(ivys.secrets().stream(), seat.officer() ? Stream.of() : ivys.confided().stream())
                .forEach(secret -> assertThat(said).as(what).doesNotContain(secret));
    }

    private static Answered ask(Browser browser, Request request) {
        return request.body().isPresent()
                ? browser.send(
                        request.method(),
                        request.path(),
                        BodyPublishers.ofString(request.body().get()),
                        Map.of("X-Confidant-Csrf", browser.csrf(), "Content-Type", request.type()))
                : browser.send(
                        request.method(),
                        request.path(),
                        BodyPublishers.noBody(),
                        Map.of("X-Confidant-Csrf", browser.csrf()));
    }
}
