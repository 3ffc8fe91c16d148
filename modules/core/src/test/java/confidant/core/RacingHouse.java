package confidant.core;

import static confidant.core.TestHouse.done;

import confidant.core.TestHouse.MovableClock;
import confidant.core.TestHouse.NoAdvice;
import confidant.core.consent.Consents.Given;
import confidant.core.pool.Segment;
import confidant.core.port.Bell;
import confidant.core.port.Courier;
import confidant.core.reception.Reception;
import confidant.core.sharing.Sharing.NewPiece;
import confidant.ledger.NoteSigner;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.Inbound;
import confidant.model.Lang;
import confidant.model.MessageId;
import confidant.model.Personal;
import confidant.model.PieceId;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.HouseStore.Concierge;
import confidant.store.Stores;
import confidant.store.memory.MemoryStores;
import io.vertx.core.Future;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Three nodes of one house over one store, whose every call takes its turn. One client, who writes over LINE, agreed to three
 * purposes, has a tag under each, a birthday today, and a share in the outbox that the channel asked to try again today. Two of
 * the nodes have the pool open, with its keys and bitmaps in memory.
 */
final class RacingHouse {
    static final Instant TODAY = Instant.parse("2026-11-22T02:00:00Z");
    /** The kind of tag that is noted under each purpose, and under no other. */
    static final Map<Purpose, String> KINDS =
            Map.of(Purpose.GREETING, "birthday", Purpose.SHARING, "purchases", Purpose.PERSONALISATION, "likes");

    private static final Map<String, String> VALUES = Map.of("birthday", "--11-22", "purchases", "3", "likes", "tea");
    private static final TestHouse BASE = new TestHouse();
    private static final NoteSigner SIGNER = NoteSigner.generate("test/audit/race", new SecureRandom());
    private static final Bell SILENT = new Bell() {
        @Override
        public void desk(PoolId pool, ClientId client, What what, long seq) {}

        @Override
        public void client(PoolId pool, ClientId client, What what, long seq) {}
    };

    /** A message handed to the channel at a step. */
    record Carried(int step, MessageId id) {}

    final Turnstile turnstile;
    final MovableClock clock = new MovableClock(TODAY.minus(Duration.ofDays(1)));
    final MemoryStores memory = new MemoryStores(clock);
    final List<Wiring> nodes = new ArrayList<>();
    final List<Carried> carried = new ArrayList<>();
    final Concierge mei;
    final Desk desk;
    final Ref client;
    final PieceId piece;
    private boolean busy = true;

    RacingHouse(Turnstile turnstile) {
        this.turnstile = turnstile;
        this.mei = new Concierge(
                new ConciergeId(new UUID(2, 1)), new PoolId(new UUID(1, 1)), "mei", "Mei", List.of(Lang.EN), 5);
        this.desk = new Desk(mei.id(), mei.pool());
        done(memory.house().putConcierge(mei));
        Stores gated = turnstile.gate(Stores.class, memory);
        for (int i = 0; i < 3; i++) {
            nodes.add(node("node-" + i, gated));
        }
        done(rooms(0).reception().admit(mei, says("hello")));
        this.client = onlyClient();
        agree();
        done(rooms(0).pools().unlock(desk));
        done(rooms(1).pools().unlock(desk));
        PieceId waits = piece("the first");
        this.piece = piece("the second");
        done(rooms(0).sharing().share(desk, waits, everybody(Purpose.SHARING), "share-key-0"));
        // All nodes have been at work before: their keys and addresses are warm.
        nodes.forEach(node -> done(node.rooms().tagging().card(desk, client.client())));
        busy = false;
        clock.set(TODAY);
    }

    private Wiring node(String name, Stores gated) {
        House house = new House(
                BASE.house.id(), name, gated, BASE.house.policy(), BASE.house.vault(), clock, turnstile.worker());
        return new Wiring(
                house,
                new Outside(
                        List.of(new Line()),
                        new NoAdvice(),
                        SILENT,
                        SIGNER,
                        new Reception.Defaults(Lang.EN, ZoneId.of("Asia/Taipei")),
                        URI.create("https://house.example")));
    }

    private void agree() {
        KINDS.forEach((purpose, kind) -> {
            done(rooms(0).consents().give(client, purpose, new Given("webchat-notice", "", Optional.empty())));
            done(rooms(0).tagging().tag(desk, client.client(), kind, Personal.of(VALUES.get(kind)), purpose));
        });
    }

    private PieceId piece(String title) {
        NewPiece piece =
                new NewPiece(title, Lang.EN, "text", "words", "", new byte[0], TODAY.plus(Duration.ofDays(30)));
        return done(rooms(0).sharing().add(desk, piece));
    }

    private Ref onlyClient() {
        List<Ref> found = new ArrayList<>();
        done(memory.clients()
                .clients(mei.pool(), rows -> rows.forEach(row -> found.add(new Ref(row.pool(), row.client())))));
        return found.get(0);
    }

    Inbound says(String text) {
        return new Inbound(
                new Address(Channel.LINE, "main", Personal.of("U1")),
                "event-" + text,
                Inbound.Kind.TEXT,
                clock.instant(),
                Optional.of(Personal.of(text)),
                Optional.empty());
    }

    Rooms rooms(int node) {
        return nodes.get(node).rooms();
    }

    Guest guest() {
        return new Guest(client.pool(), client.client());
    }

    /** Those of whom something is known under the purpose. */
    static Segment everybody(Purpose purpose) {
        return new Segment(purpose, List.of(new Segment.Condition.Has(KINDS.get(purpose), "", false)));
    }

    /** The stored message of an id, past every gate. */
    StoredMessage stored(MessageId id) {
        return done(memory.conversations().after(client, 0, 1000)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private final class Line implements Courier {
        @Override
        public Channel channel() {
            return Channel.LINE;
        }

        @Override
        public Future<Outcome> send(Outgoing message) {
            if (busy) {
                return Future.succeededFuture(new Outcome.Later(Duration.ofHours(1), "busy"));
            }
            carried.add(new Carried(turnstile.now(), message.id()));
            return turnstile.turn(() -> Future.succeededFuture(new Outcome.Sent()));
        }
    }
}
