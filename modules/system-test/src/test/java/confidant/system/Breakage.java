package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Desk;
import confidant.core.Rooms;
import confidant.core.pool.Segment;
import confidant.core.pool.Segment.Condition.Has;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.Inbound;
import confidant.model.Personal;
import confidant.model.PieceId;
import confidant.model.Purpose;
import confidant.system.Visitor.Answer;
import confidant.testkit.Await;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What rooms and doors say when they are asked for what cannot be, and while the database is away. */
final class Breakage {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private final WalkHouse house;
    private final Day day;
    final List<String> thrown = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();

    Breakage(WalkHouse house, Day day) {
        this.house = house;
        this.day = day;
    }

    void impossible() {
        Desk desk = house.desk();
        Rooms rooms = house.running.rooms();
        ClientId nobody = ClientId.random();
        ClientId client = day.guest.client();
        for (String mark : Marks.personal().values()) {
            Personal<String> words = Personal.of(mark);
            Segment segment = new Segment(Purpose.SHARING, List.of(new Has(mark, mark, false)));
            fails(() -> rooms.tagging().tag(desk, nobody, "likes", words, Purpose.SHARING));
            fails(() -> rooms.tagging().tag(desk, client, "birthday", words, Purpose.GREETING));
            fails(() -> rooms.tagging().tag(desk, client, "purchases", words, Purpose.SHARING));
            fails(() -> rooms.tagging().tag(desk, client, "region", words, Purpose.SHARING));
            fails(() -> rooms.tagging().tag(desk, client, mark, words, Purpose.SHARING));
            fails(() -> rooms.conversations().reply(desk, nobody, mark, words));
            fails(() -> rooms.privacy().receipt(day.guest, mark));
            fails(() -> rooms.sharing().share(desk, PieceId.random(), segment, mark));
            fails(() -> Future.succeededFuture(new Purpose(mark)));
            fails(() -> Future.succeededFuture(ClientId.parse(mark)));
        }
    }

    /** Kills the database, asks, and waits until it is back. */
    void outage() {
        ProcessHandle node =
                ProcessHandle.of(house.running.nodePid().orElseThrow()).orElseThrow();
        node.destroyForcibly();
        Await.until("the node is gone", () -> !node.isAlive());
        knock();
        Rooms rooms = house.running.rooms();
        Personal<String> words = Personal.of(Marks.WORDS);
        fails(() -> rooms.reception().say(day.guest, "m-away-01", words));
        fails(() -> rooms.reception().admit(house.concierge("mei"), event()));
        fails(() -> rooms.conversations().reply(house.desk(), day.guest.client(), "reply-away", words));
        fails(() -> rooms.tagging().tag(house.desk(), day.guest.client(), "likes", words, Purpose.SHARING));
        fails(() -> rooms.privacy().letter(day.guest));
        Await.until(
                "the node is started again",
                PATIENCE,
                () -> house.running.nodePid().orElse(0) != node.pid());
        Await.until("the house is ready", PATIENCE, this::ready);
    }

    private boolean ready() {
        return house.visitor().get("/health/ready").status() == 200;
    }

    private void knock() {
        String at = "/v1/desk/clients/" + day.guest.client() + "/messages";
        List<Answer> away = List.of(
                house.hook(house.events.text(Marks.USER, Marks.WORDS + Marks.PHONE)),
                day.chat.post(
                        "/v1/chat/messages", JsonObject.of("clientMessageId", "m-away-02", "text", Marks.WORDS_ZH)),
                day.desk.post(at, JsonObject.of("idempotencyKey", "reply-away", "text", Marks.REPLY)),
                day.desk.get(at));
        assertThat(away).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(503));
        answers.addAll(away);
    }

    private static Inbound event() {
        return new Inbound(
                new Address(Channel.LINE, WalkHouse.ACCOUNT, Personal.of(Marks.USER)),
                "event-away",
                Inbound.Kind.TEXT,
                Instant.now(),
                Optional.of(Personal.of(Marks.WORDS)),
                Optional.of(Personal.of(Marks.STREET)));
    }

    /** Keeps everything that a failure says, its causes and its stack included. */
    private void fails(Supplier<Future<?>> work) {
        try {
            note(Await.failure(work.get()));
        } catch (RuntimeException thrownAtOnce) {
            note(thrownAtOnce);
        }
    }

    private void note(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        thrown.add(text.toString());
    }

    /** What records say of themselves, since that is what ends up in logs. */
    static Map<String, Object> spoken(Desk desk) {
        return Map.of(
                "personal", Personal.of(Marks.WORDS),
                "event", event(),
                "address", event().from(),
                "desk", desk);
    }
}
