package confidant.core;

import confidant.core.attachment.Fetching;
import confidant.core.port.Advisor;
import confidant.core.port.Bell;
import confidant.core.port.Cleaner;
import confidant.core.port.Courier;
import confidant.core.port.Fetcher;
import confidant.core.reception.Reception;
import confidant.ledger.NoteSigner;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConciergeId;
import confidant.model.HouseId;
import confidant.model.Inbound;
import confidant.model.Lang;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.PolicyDraft;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicySet;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import confidant.store.Stores;
import confidant.store.memory.MemoryStores;
import confidant.vault.FileRootKey;
import confidant.vault.Vault;
import io.vertx.core.Future;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A whole house in memory, with the real rules, a real vault, and a clock that is moved by hand. */
public final class TestHouse {
    public static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
    private static final PolicyEngine POLICY = new PolicyEngine(PolicySet.read(policies()));

    public final MovableClock clock = new MovableClock(START);
    public final Stores stores;
    public final House house;
    public final Wiring wiring;
    public final Rooms rooms;
    public final Concierge mei;
    public final Concierge sophie;
    public final List<String> rung = Collections.synchronizedList(new ArrayList<>());
    public final Line line = new Line();
    public final Shelf shelf = new Shelf();
    private final AtomicInteger events = new AtomicInteger();

    public TestHouse() {
        this(Optional.empty(), "node-1", new NoAdvice());
    }

    public TestHouse(Advisor advisor) {
        this(Optional.empty(), "node-1", advisor);
    }

    /** A second node of the same house, on the same stores. */
    public TestHouse(Optional<TestHouse> other, String node, Advisor advisor) {
        this.stores = other.isPresent() ? other.get().stores : new MemoryStores(clock);
        HouseId id = new HouseId("test");
        Vault vault = other.map(one -> one.house.vault()).orElseGet(() -> vault(id));
        this.house = new House(id, node, stores, POLICY, vault, clock, TestHouse::now);
        NoteSigner signer = other.map(one -> one.signer)
                .orElseGet(() -> NoteSigner.generate("test/audit/test", new SecureRandom()));
        this.signer = signer;
        Bell bell = new Bell() {
            @Override
            public void desk(PoolId pool, ClientId client, What what, long seq) {
                rung.add("desk " + what + " " + seq);
            }

            @Override
            public void client(PoolId pool, ClientId client, What what, long seq) {
                rung.add("client " + what + " " + seq);
            }
        };
        this.wiring = new Wiring(
                house,
                new Outside(
                        List.of(line),
                        advisor,
                        bell,
                        signer,
                        new Reception.Defaults(Lang.ZH_HANT, ZoneId.of("Asia/Taipei")),
                        URI.create("https://house.example"),
                        List.of(),
                        PolicyDraft::none,
                        Optional.empty(),
                        Cleaner.plain(),
                        List.of(shelf)));
        this.rooms = wiring.rooms();
        this.mei = other.map(one -> one.mei).orElseGet(() -> concierge("mei", List.of(Lang.ZH_HANT, Lang.EN)));
        this.sophie = other.map(one -> one.sophie).orElseGet(() -> concierge("sophie", List.of(Lang.EN)));
    }

    private final NoteSigner signer;

    public Fetching fetching() {
        return wiring.fetching();
    }

    public NoteSigner ledgerKey() {
        return signer;
    }

    public Desk desk(Concierge concierge) {
        return new Desk(concierge.id(), concierge.pool());
    }

    public OfficerId officer() {
        return new OfficerId(new java.util.UUID(1, 1));
    }

    /** A client in Mei's web chat who agreed to {@code purposes}. */
    public Guest guest(Lang lang, Purpose... purposes) {
        Map<Purpose, Boolean> ticked = new java.util.LinkedHashMap<>();
        for (Purpose purpose : purposes) {
            ticked.put(purpose, true);
        }
        return done(rooms.reception().openChat(mei, lang, ZoneId.of("Asia/Taipei"), ticked, "hash"));
    }

    /** A genuine LINE event of one user for Mei. */
    public Inbound lineText(String user, String eventId, String text) {
        return new Inbound(
                new Address(Channel.LINE, "main", Personal.of(user)),
                eventId,
                Inbound.Kind.TEXT,
                clock.instant(),
                Optional.of(Personal.of(text)),
                Optional.of(Personal.of("token-" + events.incrementAndGet())));
    }

    /** A picture that a LINE user sent to Mei, which LINE keeps under {@code content}. */
    public Inbound linePicture(String user, String eventId, String content) {
        return new Inbound(
                new Address(Channel.LINE, "main", Personal.of(user)),
                eventId,
                Inbound.Kind.OTHER_MESSAGE,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Inbound.Media(content, Optional.of(Personal.of("harbour.jpg")))));
    }

    /** The client behind a LINE user. */
    public Ref lineClient(String user) {
        Address address = new Address(Channel.LINE, "main", Personal.of(user));
        return done(stores.clients().byAddress(house.vault().blind(house.id(), address)))
                .map(row -> new Ref(row.pool(), row.client()))
                .orElseThrow();
    }

    /** What a future brings; fails the test with its cause otherwise. */
    public static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static <T> Throwable failure(Future<T> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("a failure was expected");
    }

    private Concierge concierge(String handle, List<Lang> languages) {
        Concierge made = new Concierge(ConciergeId.random(), PoolId.random(), handle, handle + " (test)", languages, 5);
        done(stores.house().putConcierge(made));
        return made;
    }

    private static Vault vault(HouseId id) {
        try {
            FileRootKey root = FileRootKey.at(Files.createTempDirectory("root").resolve("root.key"));
            return new Vault(root, id, Vault.newHouseKeys(root, id));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The rules of the house. */
    public static Path policies() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("policies"))) {
            at = at.getParent();
        }
        return at.resolve("policies");
    }

    private static <T> Future<T> now(Callable<T> work) {
        try {
            return Future.succeededFuture(work.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }

    /** A courier that keeps what it was given and answers as told. */
    public static final class Line implements Courier {
        public final List<Outgoing> sent = Collections.synchronizedList(new ArrayList<>());
        public final AtomicReference<Outcome> answer = new AtomicReference<>(new Outcome.Sent());

        @Override
        public Channel channel() {
            return Channel.LINE;
        }

        @Override
        public Future<Outcome> send(Outgoing message) {
            sent.add(message);
            return Future.succeededFuture(answer.get());
        }
    }

    /** What LINE keeps for its users: what is not there yet is being prepared. */
    public static final class Shelf implements Fetcher {
        public final Map<String, Fetched> contents = new ConcurrentHashMap<>();
        public final AtomicInteger asked = new AtomicInteger();
        public Runnable meanwhile = () -> {};

        @Override
        public String account() {
            return "line/main";
        }

        @Override
        public Future<Fetched> fetch(String content, int most) {
            asked.incrementAndGet();
            meanwhile.run();
            return Future.succeededFuture(contents.getOrDefault(content, new Fetched.Later(Duration.ofMinutes(1))));
        }
    }

    /** An assistant that has nothing to say. */
    public static class NoAdvice implements Advisor {
        @Override
        public Lang language(Personal<String> text, Lang usual) {
            return usual;
        }

        @Override
        public Optional<Answer> answer(Personal<String> text, Lang lang) {
            return Optional.empty();
        }

        @Override
        public Draft draft(Personal<String> text, Lang lang) {
            return new Draft("one moment (automated)", Optional.of("a draft"));
        }

        @Override
        public List<Spotted> spot(Personal<String> text, Lang lang, Instant now) {
            return List.of();
        }

        @Override
        public Optional<Integer> openQuestion(List<Line> lines) {
            return Optional.empty();
        }
    }

    /** Time that stands still until it is moved. */
    public static final class MovableClock extends Clock {
        private final AtomicReference<Instant> now;

        MovableClock(Instant start) {
            this.now = new AtomicReference<>(start);
        }

        public void move(Duration by) {
            now.updateAndGet(at -> at.plus(by));
        }

        public void set(Instant at) {
            now.set(at);
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalArgumentException("this clock keeps UTC");
        }
    }
}
