package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.app.Running;
import confidant.app.config.Config;
import confidant.app.sample.Sample;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.fake.line.Delivered;
import confidant.fake.line.FakeLine;
import confidant.fake.line.Hook;
import confidant.fake.line.LineEvents;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.HouseId;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.node.ContactPoint;
import confidant.store.ClientStore;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import confidant.system.Visitor.Answer;
import confidant.testkit.Await;
import confidant.testkit.SoftKey;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A real server with a LINE platform beside it. It is noon where its clients are, so no quiet hours are in the way. */
final class WalkHouse implements AutoCloseable {
    static final String ACCOUNT = "main";
    private static final String SECRET = "secret-of-the-account";
    private static final String TOKEN = "token-of-the-account";

    final FakeLine line;
    final LineEvents events;
    final Running running;
    final ContactPoint node;
    private final Vertx vertx = Vertx.vertx();
    private boolean closed;

    private WalkHouse(Config config, HouseId id, ContactPoint node) {
        this.node = node;
        this.line = Await.result(FakeLine.start(vertx, TOKEN));
        this.events = new LineEvents(SECRET, line::issueReplyToken, Clock.systemUTC());
        Config.House usual = config.house();
        this.running = Running.start(
                config.withPort(0)
                        .withHouse(new Config.House(id, usual.name(), Lang.EN, noon()))
                        .withLine(List.of(Config.line(ACCOUNT, "mei", SECRET, TOKEN, line.baseUrl()))),
                Sample.NONE,
                told -> {});
    }

    /** With a local node of its own below {@code data}. */
    static WalkHouse alone(Path data) {
        Config usual = Config.usual(data);
        Config.Cassandra its = usual.cassandra();
        int port = free();
        Config.Cassandra known = new Config.Cassandra(
                List.of(),
                its.localDatacenter(),
                its.keyspace(),
                its.keysKeyspace(),
                its.login(),
                its.replication(),
                its.timeout(),
                new Config.Node(its.node().heapMegabytes(), port));
        return new WalkHouse(usual.withCassandra(known), usual.house().id(), new ContactPoint("127.0.0.1", port));
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a node that is there already, where other houses may be. */
    static WalkHouse on(ContactPoint node, Path data) {
        InetSocketAddress point = new InetSocketAddress(node.host(), node.port());
        HouseId id = new HouseId("walk-" + Long.toString(System.nanoTime(), 36));
        return new WalkHouse(Config.usual(data).withContactPoint(point), id, node);
    }

    static ZoneId noon() {
        int east = 12 - Instant.now().atZone(ZoneOffset.UTC).getHour();
        return ZoneId.of("Etc/GMT" + (east > 0 ? "-" : "+") + Math.abs(east));
    }

    Concierge concierge(String handle) {
        return running.concierges().stream()
                .filter(one -> one.handle().equals(handle))
                .findFirst()
                .orElseThrow();
    }

    Desk desk() {
        return new Desk(concierge("mei").id(), concierge("mei").pool());
    }

    Visitor visitor() {
        return new Visitor(running.port());
    }

    /** A concierge who has signed in. */
    Visitor desk(String handle) {
        Visitor desk = visitor();
        String code = running.links().code(concierge(handle));
        desk.post("/v1/sessions", JsonObject.of("code", code)).is(201);
        return desk;
    }

    Visitor officer() {
        Visitor officer = visitor();
        String link = running.links().signIn(running.officers().get(0));
        officer.post("/v1/sessions", JsonObject.of("code", link.substring(link.indexOf('=') + 1)))
                .is(201);
        return officer;
    }

    /** Makes a passkey for an officer who has just come by a link, and uses it: for a while they may take things out. */
    void prove(Visitor officer) {
        SoftKey key = new SoftKey(
                running.base().toString().replaceAll("/$", ""), running.base().getHost());
        JsonObject make = officer.post("/v1/passkeys/options").is(200).json();
        Map<String, String> made =
                key.make(make.getString("challenge"), make.getJsonObject("user").getString("id"));
        officer.post("/v1/passkeys", JsonObject.of("name", "key of a test", "answer", new JsonObject(Map.copyOf(made))))
                .is(201);
        JsonObject use = officer.post("/v1/session/proof/options").is(200).json();
        officer.post("/v1/session/proof", new JsonObject(Map.copyOf(key.use(use.getString("challenge")))))
                .is(200);
    }

    /** A client at the chat page of a concierge who has ticked the boxes of {@code purposes}. */
    Visitor chat(String handle, Purpose... purposes) {
        Visitor chat = visitor();
        JsonObject notice =
                chat.get("/v1/notice?lang=en&concierge=" + handle).is(200).json();
        JsonArray consents = new JsonArray();
        for (Purpose purpose : purposes) {
            consents.add(JsonObject.of("purpose", purpose.id(), "given", true));
        }
        chat.post(
                        "/v1/chat/sessions",
                        JsonObject.of("concierge", handle, "lang", "en", "zone", noon().getId())
                                .put("noticeId", notice.getString("id"))
                                .put("noticeVersion", notice.getInteger("version"))
                                .put("consents", consents))
                .is(201);
        return chat;
    }

    /** The client behind a chat. */
    Guest guest(Visitor chat) {
        return chat.tokens().stream()
                .map(token -> Await.result(running.rooms().sessions().find(token, "chat")))
                .flatMap(Optional::stream)
                .flatMap(who -> who.guest().stream())
                .findFirst()
                .orElseThrow();
    }

    Answer hook(ObjectNode... events) {
        return hook(this.events.hook(events));
    }

    Answer hook(Hook hook) {
        return visitor()
                .send(
                        "POST",
                        "/hooks/line/" + ACCOUNT,
                        hook.body(),
                        Map.of(Hook.HEADER, hook.signature(), "Content-Type", "application/json"));
    }

    /** The client behind a LINE user. */
    Ref lineClient(String user) {
        Address address = new Address(Channel.LINE, ACCOUNT, Personal.of(user));
        ClientStore clients = running.stores().clients();
        return Await.result(clients.byAddress(
                        running.house().vault().blind(running.house().id(), address)))
                .map(row -> new Ref(row.pool(), row.client()))
                .orElseThrow();
    }

    /** The privacy page of a LINE user, by the link that the word brings into the chat. */
    Visitor privacy(String user) {
        hook(events.text(user, "privacy")).is(200);
        Await.until("the link arrives", () -> link(user).isPresent());
        String link = link(user).orElseThrow();
        Visitor page = visitor();
        page.post("/v1/privacy/sessions", JsonObject.of("token", link)).is(201);
        return page;
    }

    private Optional<String> link(String user) {
        return line.delivered(user).stream()
                .map(Delivered::text)
                .filter(text -> text.contains("#t="))
                .map(text -> text.substring(text.indexOf("#t=") + 3).split("\\s", 2)[0])
                .reduce((earlier, later) -> later);
    }

    /** All that was said with a client, as the desk reads it, oldest first. */
    List<JsonObject> said(Visitor desk, Ref client) {
        List<JsonObject> said = new ArrayList<>();
        long after = 0;
        for (boolean more = true; more; ) {
            JsonObject page = desk.get("/v1/desk/clients/" + client.client() + "/messages?limit=200&after=" + after)
                    .is(200)
                    .json();
            List<JsonObject> messages = page.getJsonArray("messages").stream()
                    .map(JsonObject.class::cast)
                    .toList();
            said.addAll(messages);
            more = !messages.isEmpty();
            after = said.stream().mapToLong(one -> one.getLong("seq")).max().orElse(after);
        }
        said.sort(Comparator.comparing(one -> one.getLong("seq")));
        return said;
    }

    /** The texts that the client wrote. */
    List<String> written(Visitor desk, Ref client) {
        return said(desk, client).stream()
                .filter(one -> one.getString("author").equals("client"))
                .map(one -> one.getString("text"))
                .filter(Objects::nonNull)
                .toList();
    }

    static void checked(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }

    /** Safe to call again. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        running.close();
        Await.result(line.close());
        Await.result(vertx.close());
    }
}
