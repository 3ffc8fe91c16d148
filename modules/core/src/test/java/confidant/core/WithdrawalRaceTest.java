package confidant.core;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.RacingHouse.Carried;
import confidant.core.conversation.Conversations.Line;
import confidant.core.conversation.Conversations.Page;
import confidant.core.pool.Pools.Count;
import confidant.core.privacy.Archives.Archive;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.KeyStore.WrappedKey;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A yes is taken back in the middle of everything, on three nodes, in ten thousand orders of the calls to the store: once the
 * client has the acknowledgement, nothing begins that rests on it. Repeat one order with {@code -Dconfidant.race.seed=N
 * -Dconfidant.race.runs=1}.
 */
class WithdrawalRaceTest {
    private static final List<Purpose> PURPOSES = List.of(Purpose.GREETING, Purpose.SHARING, Purpose.PERSONALISATION);

    /** Acts begin within this many steps, about twice what a withdrawal takes. */
    private static final int LONGEST = 120;

    /** What happened in all orders together, so that a test in which nothing ever raced does not pass. */
    private final Map<String, Integer> seen = new HashMap<>();

    private Turnstile turnstile;
    private RacingHouse house;
    private Purpose purpose;
    private int acknowledged;
    private int starts;
    private String leak;

    @Test
    void nothingBegins_afterTheAcknowledgement() {
        long seed = Long.getLong("confidant.race.seed", System.nanoTime());
        int runs = Integer.getInteger("confidant.race.runs", 10_000);
        System.out.println("withdrawal race: seed " + seed + ", runs " + runs);
        for (int run = 0; run < runs; run++) {
            run(seed + run);
            assertThat(leak).as("with -Dconfidant.race.seed=%s", seed + run).isEmpty();
        }
        System.out.println("withdrawal race: " + seen);
        if (runs >= 1000) {
            for (String act :
                    List.of("send", "messages", "card", "brief", "count", "page", "letter", "archive", "chat", "day")) {
                assertThat(seen.getOrDefault(act + " before", 0))
                        .as("%s that showed something before", act)
                        .isPositive();
            }
            assertThat(seen.get("begun after")).isGreaterThan(runs);
            assertThat(seen.get("withdrawn")).isEqualTo(runs);
        }
    }

    private void run(long seed) {
        Random random = new Random(seed);
        turnstile = new Turnstile(random);
        house = new RacingHouse(turnstile);
        purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        acknowledged = Integer.MAX_VALUE;
        leak = "";
        turnstile.hold();
        starts = random.nextInt(LONGEST / 2);
        withdraw(random);
        int acts = 4 + random.nextInt(9);
        for (int i = 0; i < acts; i++) {
            starts = random.nextInt(LONGEST);
            act(random.nextInt(17), random.nextInt(3), i);
        }
        turnstile.drain();
        turnstile.release();
        rest();
        sends();
    }

    private void withdraw(Random random) {
        Rooms rooms = house.rooms(random.nextInt(3));
        boolean word = !purpose.equals(Purpose.PERSONALISATION) && random.nextBoolean();
        turnstile.begin(
                starts,
                () -> (word
                                ? rooms.reception()
                                        .admit(house.mei, house.says("STOP"))
                                        .mapEmpty()
                                : rooms.privacy()
                                        .consent(house.guest(), purpose, false, "privacy-page", "")
                                        .mapEmpty())
                        .onSuccess(done -> {
                            acknowledged = turnstile.now();
                            saw("withdrawn");
                        })
                        .onFailure(failure -> leak += " the withdrawal fails: " + failure));
    }

    private void act(int which, int node, int number) {
        Rooms rooms = house.rooms(node);
        switch (which) {
            case 0 ->
                quiet(() -> rooms.sharing()
                        .share(house.desk, house.piece, RacingHouse.everybody(Purpose.SHARING), "share-key-" + number));
            case 1 -> quiet(() -> rooms.greetings().run());
            case 2, 13 -> quiet(() -> house.nodes.get(node).sweep());
            case 3 -> quiet(() -> rooms.pools().unlock(house.desk));
            case 4 -> {
                if (number % 3 == 0) {
                    turnstile.begin(starts, () -> rooms.pools().lock(house.desk));
                }
            }
            case 5 ->
                show(
                        "messages",
                        () -> rooms.conversations().before(house.desk, house.client.client(), 1000, 50),
                        page -> page.match(value -> words(value), refused -> false));
            case 6 ->
                show(
                        "card",
                        () -> rooms.tagging().card(house.desk, house.client.client()),
                        card -> card.tags().stream()
                                .anyMatch(tag -> tag.purpose().equals(purpose)));
            case 7 ->
                show(
                        "brief",
                        () -> rooms.assisting().brief(house.desk, house.client.client()),
                        answer -> answer.match(
                                brief -> brief.helps().stream()
                                        .anyMatch(help -> help.purpose().equals(purpose)),
                                refused -> false));
            case 8, 9, 14 ->
                show(
                        "count",
                        () -> rooms.pools().count(house.desk, RacingHouse.everybody(purpose)),
                        WithdrawalRaceTest::counted);
            case 10 ->
                show(
                        "page",
                        () -> rooms.pools().page(house.desk, RacingHouse.everybody(purpose), "", 10),
                        page -> !page.rows().isEmpty());
            case 11 ->
                show(
                        "letter",
                        () -> rooms.privacy().letter(house.guest()),
                        letter -> letter.parts().stream()
                                .anyMatch(part -> part.purpose().purpose().equals(purpose)
                                        && !part.tags().isEmpty()));
            case 12 -> show("chat", () -> rooms.conversations().after(house.guest(), 0, 50), this::words);
            case 15 -> show("archive", () -> rooms.archives().take(house.guest()), this::packed);
            default -> others(rooms);
        }
    }

    private boolean packed(Answer<Archive> answer) {
        return answer.match(
                archive -> words(archive.lines())
                        || archive.letter().parts().stream()
                                .anyMatch(part -> part.purpose().purpose().equals(purpose)
                                        && !part.tags().isEmpty()),
                refused -> false);
    }

    private void others(Rooms rooms) {
        if (purpose.equals(Purpose.GREETING)) {
            show("day", () -> rooms.greetings().on(house.desk, LocalDate.parse("2026-11-22")), day -> !day.isEmpty());
        } else {
            show(
                    "tag",
                    () -> rooms.tagging().tag(house.desk, house.client.client(), "likes", Personal.of("jazz"), purpose),
                    answer -> answer instanceof Answer.Done);
        }
    }

    private boolean words(Page page) {
        return words(page.lines());
    }

    private boolean words(List<Line> lines) {
        String kind = purpose.equals(Purpose.GREETING) ? "greeting" : "share";
        return !purpose.equals(Purpose.PERSONALISATION)
                && lines.stream()
                        .anyMatch(
                                line -> line.kind().equals(kind) && line.text().isPresent());
    }

    private static boolean counted(Count count) {
        return count.before() > 0 || count.after() > 0;
    }

    private void quiet(Supplier<Future<?>> act) {
        turnstile.begin(starts, () -> act.get().onFailure(lost -> saw("given up")));
    }

    /** An act whose answer tells whether it rests on the yes. */
    private <T> void show(String name, Supplier<Future<T>> act, Predicate<T> shows) {
        turnstile.begin(starts, () -> {
            boolean after = turnstile.now() > acknowledged;
            if (after) {
                saw("begun after");
            }
            act.get().onSuccess(answer -> {
                if (shows.test(answer)) {
                    saw(name + (after ? " after" : " before"));
                    leak += after ? " " + name + " of " + purpose : "";
                }
            });
        });
    }

    /** When all is still: no key, nothing that waits, nothing in any bitmap. */
    private void rest() {
        house.nodes.forEach(node -> done(node.sweep()));
        List<OutboxRow> waiting = done(house.memory.conversations().pending(house.client));
        if (waiting.stream().anyMatch(row -> row.purpose().equals(purpose))) {
            leak += " a message still waits";
        }
        List<WrappedKey> keys = done(house.memory.keys().dataKeys(house.client.pool(), 1, house.client.client()));
        if (keys.stream().anyMatch(key -> key.purpose().equals(purpose) && !key.destroyed())) {
            leak += " a key is alive";
        }
        for (int node = 0; node < 3; node++) {
            if (counted(done(house.rooms(node).pools().count(house.desk, RacingHouse.everybody(purpose))))) {
                leak += " node " + node + " still counts";
            }
        }
    }

    private void sends() {
        for (Carried carried : house.carried) {
            if (house.stored(carried.id()).purpose().equals(purpose)) {
                boolean after = carried.step() > acknowledged;
                saw(after ? "send after" : "send before");
                leak += after ? " a send of " + purpose : "";
            }
        }
    }

    private void saw(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
