package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import confidant.app.config.Home;
import confidant.channel.line.LineAccount;
import confidant.channel.line.LineCourier;
import confidant.channel.line.Secret;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.Consents.Given;
import confidant.core.greeting.Greetings.Run;
import confidant.core.people.Profile;
import confidant.core.port.Courier;
import confidant.core.port.Worker;
import confidant.fake.line.Delivered;
import confidant.fake.line.FakeLine;
import confidant.fake.line.LineEvents;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.ConciergeId;
import confidant.model.Delivery;
import confidant.model.HouseId;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.node.ContactPoint;
import confidant.node.SharedNode;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicySet;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.DueStore;
import confidant.store.HouseStore.Concierge;
import confidant.store.cassandra.CassandraStores;
import confidant.store.cassandra.Settings;
import confidant.testkit.Await;
import confidant.testkit.FixedClock;
import confidant.vault.FileRootKey;
import confidant.vault.Vault;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of one house send the greetings of one morning; one of them dies while it does. */
final class TwoSchedulersIT {
    private static final int CLIENTS = 1_000;
    private static final int SEEDED_AT_ONCE = 100;
    private static final int LANES = 24;
    /** For machines that are busy with other things. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String TOKEN = "token-of-the-account";
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Instant SEEDED = Instant.parse("2026-11-20T02:00:00Z");
    /** 23 November, 09:30 in Taipei. */
    private static final Instant DUE = Instant.parse("2026-11-23T01:30:00Z");

    @TempDir
    Path keys;

    private final Vertx vertx = Vertx.vertx();
    private final FixedClock clock = FixedClock.at(SEEDED);
    private final HouseId id = new HouseId("two-" + Long.toString(System.nanoTime(), 36));
    private final Concierge mei =
            new Concierge(ConciergeId.random(), PoolId.random(), "mei", "Mei", List.of(Lang.EN), 5);
    private final Map<Integer, Ref> clients = new ConcurrentHashMap<>();
    private FakeLine line;
    private CutLine cut;

    @BeforeEach
    void open() {
        ContactPoint node = SharedNode.get();
        line = Await.result(FakeLine.start(vertx, TOKEN));
        cut = new CutLine(vertx, node.host(), node.port());
    }

    @AfterEach
    void close() {
        cut.close();
        Await.result(line.close());
        Await.result(vertx.close());
    }

    /** One process with its own session, memory and way to the platform. */
    private final class Process {
        final CassandraStores stores;
        final Mortal courier = new Mortal();
        final Fellow fellow;
        /** How much the last whole run found due. */
        final AtomicInteger found = new AtomicInteger(CLIENTS);

        Process(String name, int port, Vault vault, PolicyEngine policy) {
            this.stores = Await.result(CassandraStores.open(vertx, Settings.local("127.0.0.1", port, id), clock));
            Worker worker = new Worker() {
                @Override
                public <T> Future<T> run(Callable<T> work) {
                    return vertx.executeBlocking(work, false);
                }
            };
            this.fellow =
                    new Fellow(new House(id, name, stores, policy, vault, clock, worker), List.<Courier>of(courier));
        }

        /** Runs again and again, as the alarm does, until it is dead. */
        void ring() {
            fellow.rooms()
                    .greetings()
                    .run()
                    .onSuccess(run -> found.set(run.due()))
                    .eventually(fellow.wiring::sweep)
                    .onComplete(done -> {
                        if (!courier.dead && found.get() > 0) {
                            vertx.setTimer(200, again -> ring());
                        }
                    });
        }

        void die() {
            courier.dead = true;
            cut.cut();
        }
    }

    /** The real courier, until its process is dead: then nothing leaves and nothing is answered any more. */
    private final class Mortal implements Courier {
        final AtomicInteger carried = new AtomicInteger();
        private final LineCourier real = new LineCourier(
                vertx,
                List.of(LineAccount.official("main", Secret.of("secret-of-the-account"), Secret.of(TOKEN))
                        .at(line.baseUrl())));
        private volatile boolean dead;

        @Override
        public Channel channel() {
            return Channel.LINE;
        }

        @Override
        public Future<Outcome> send(Outgoing message) {
            if (dead) {
                return Promise.<Outcome>promise().future();
            }
            return real.send(message)
                    .onSuccess(sent -> carried.incrementAndGet())
                    .compose(sent -> dead ? Promise.<Outcome>promise().future() : Future.succeededFuture(sent));
        }
    }

    @Test
    @Timeout(900)
    void greetings_areSentOnceEach_whenOneOfTwoSchedulersIsKilledMidway() {
        FileRootKey root = FileRootKey.at(keys.resolve("root.json"));
        Vault vault = new Vault(root, id, Vault.newHouseKeys(root, id));
        PolicyEngine policy = new PolicyEngine(PolicySet.read(Home.policies()));
        Process dying = new Process("dying", cut.port(), vault, policy);
        Process staying = new Process("staying", SharedNode.get().port(), vault, policy);
        seed(staying.fellow);

        clock.set(DUE);
        dying.ring();
        Await.until("one has sent some", PATIENCE, () -> dying.courier.carried.get() >= 100);
        staying.ring();
        // Side by side, the one that is a little quicker wins every row; so it is the sum that counts from here.
        Await.until("some more have been sent", PATIENCE, () -> line.delivered().size() >= 400);
        int midway = line.delivered().size();
        dying.die();
        assertThat(midway).as("sent when it was killed").isLessThan(CLIENTS);

        Await.until("the other has gone through the rest", PATIENCE, () -> staying.found.get() == 0);
        takeOver(staying.fellow);
        eachOnce(staying.fellow);
        assertThat(dying.courier.carried.get()).isLessThan(CLIENTS);
        assertThat(staying.courier.carried.get()).isPositive();
        Await.result(staying.stores.close());
        Await.result(dying.stores.close());
    }

    /** What the dead one held is free again when its lease is over. */
    private void takeOver(Fellow staying) {
        clock.advance(Duration.ofSeconds(61));
        Run rest = Await.result(staying.rooms().greetings().run());
        assertThat(rest.dropped() + rest.later()).isZero();
        Await.until("all have been sent", PATIENCE, () -> {
            Await.result(staying.wiring.sweep());
            return line.delivered().size() >= CLIENTS;
        });
        assertThat(Await.result(staying.rooms().greetings().run())).isEqualTo(new Run(0, 0, 0, 0, 0));
        Await.until("nothing is left in any outbox", PATIENCE, () -> waiting(staying) == 0);
    }

    private int waiting(Fellow fellow) {
        AtomicInteger waiting = new AtomicInteger();
        Await.result(fellow.wiring.sweep());
        Await.result(Lanes.each(
                LANES,
                clients.values(),
                client -> fellow.house
                        .stores()
                        .conversations()
                        .pending(client)
                        .onSuccess(rows -> waiting.addAndGet(rows.size()))));
        return waiting.get();
    }

    private void eachOnce(Fellow fellow) {
        List<Delivered> delivered = line.delivered();
        assertThat(delivered).hasSize(CLIENTS);
        assertThat(delivered).extracting(Delivered::userId).doesNotHaveDuplicates();
        Map<String, String> heard = new ConcurrentHashMap<>();
        delivered.forEach(one -> heard.put(one.userId(), one.text()));
        Await.result(Lanes.each(LANES, clients.keySet(), number -> kept(fellow, number, heard)));
    }

    private Future<?> kept(Fellow fellow, int number, Map<String, String> heard) {
        Ref client = clients.get(number);
        Guest guest = new Guest(client.pool(), client.client());
        return fellow.house.stores().conversations().after(client, 0, 50).compose(stored -> {
            assertThat(stored).hasSize(1);
            StoredMessage greeting = stored.get(0);
            assertThat(greeting.kind()).isEqualTo("greeting");
            assertThat(greeting.ref()).isEqualTo("birthday/2026");
            assertThat(greeting.state()).isEqualTo(Delivery.SENT);
            return fellow.rooms().conversations().after(guest, 0, 50).map(page -> {
                assertThat(page.lines().get(0).text().orElseThrow().reveal())
                        .isEqualTo(heard.get(LineEvents.userId(number)));
                return page;
            });
        });
    }

    private void seed(Fellow by) {
        Await.result(by.house.stores().house().putConcierge(mei));
        for (int from = 0; from < CLIENTS; from += SEEDED_AT_ONCE) {
            List<Integer> some =
                    IntStream.range(from, from + SEEDED_AT_ONCE).boxed().toList();
            Await.result(Lanes.each(LANES, some, number -> born(by, number)));
        }
        assertThat(clients).hasSize(CLIENTS);
        // Reminders are written beside the answer to the concierge; time may pass only when all are there.
        Await.until("all are planned", PATIENCE, () -> planned(by) == CLIENTS);
    }

    private static int planned(Fellow by) {
        AtomicInteger planned = new AtomicInteger();
        DueStore dues = by.house.stores().dues();
        Await.result(Lanes.each(
                1,
                IntStream.range(0, dues.shards()).boxed().toList(),
                shard -> dues.due(LocalDate.ofInstant(DUE, ZoneOffset.UTC), shard)
                        .onSuccess(rows -> planned.addAndGet(rows.size()))));
        return planned.get();
    }

    /** A LINE user in Taipei who agreed to greetings and was born on the day. */
    private Future<?> born(Fellow by, int number) {
        Address address = new Address(Channel.LINE, "main", Personal.of(LineEvents.userId(number)));
        Profile profile = new Profile(Optional.empty(), Lang.EN, TAIPEI, Channel.LINE, clock.instant());
        Desk desk = new Desk(mei.id(), mei.pool());
        Given how = new Given("line-link", "", Optional.empty());
        return by.directory.meet(mei.pool(), address, profile).compose(known -> {
            clients.put(number, known.client());
            return by.rooms()
                    .consents()
                    .give(known.client(), Purpose.GREETING, how)
                    .compose(given -> by.rooms()
                            .tagging()
                            .tag(desk, known.client().client(), "birthday", Personal.of("--11-23"), Purpose.GREETING))
                    .onSuccess(answer -> assertThat(answer).isInstanceOf(confidant.core.Answer.Done.class));
        });
    }
}
