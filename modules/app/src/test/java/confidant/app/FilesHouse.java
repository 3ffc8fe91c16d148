package confidant.app;

import confidant.channel.line.LineAccount;
import confidant.channel.line.LineContents;
import confidant.channel.line.LineCourier;
import confidant.channel.line.LineDesk;
import confidant.channel.line.Secret;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.Outside;
import confidant.core.Wiring;
import confidant.core.attachment.Download;
import confidant.core.attachment.FileLine;
import confidant.core.port.Worker;
import confidant.core.reception.Reception;
import confidant.fake.line.FakeLine;
import confidant.fake.line.Hook;
import confidant.fake.line.LineEvents;
import confidant.http.Api;
import confidant.http.Settings;
import confidant.http.live.LiveLine;
import confidant.http.page.StaticAssets;
import confidant.ledger.NoteSigner;
import confidant.media.MediaCleaner;
import confidant.model.Address;
import confidant.model.Author;
import confidant.model.Channel;
import confidant.model.ConciergeId;
import confidant.model.HouseId;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.PolicyDraft;
import confidant.policy.PolicyEngine;
import confidant.policy.PolicySet;
import confidant.store.AttachmentStore.Pending;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import confidant.store.HouseStore.Concierge;
import confidant.store.memory.MemoryStores;
import confidant.testkit.Await;
import confidant.vault.FileRootKey;
import confidant.vault.Vault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;

/** A house in memory with real doors, that is wired to a fake LINE as {@link Running} wires it to the real one. */
final class FilesHouse implements AutoCloseable {
    private static final String ACCOUNT = "main";
    private static final Concierge MEI =
            new Concierge(ConciergeId.random(), PoolId.random(), "mei", "Mei", List.of(Lang.EN), 5);

    private final Vertx vertx = Vertx.vertx();
    final FakeLine line = Await.result(FakeLine.start(vertx, "the-token"));
    final LineEvents events = new LineEvents("the-secret", line::issueReplyToken, Clock.systemUTC());
    private final MemoryStores stores = new MemoryStores(Clock.systemUTC());
    private final House house;
    private final Wiring wiring;
    private final Api api;

    FilesHouse(Path folder) {
        Await.result(stores.house().putConcierge(MEI));
        LineAccount account = LineAccount.official(ACCOUNT, Secret.of("the-secret"), Secret.of("the-token"))
                .at(line.baseUrl());
        this.house = house(folder);
        LiveLine live = new LiveLine(vertx);
        this.wiring = new Wiring(
                house,
                new Outside(
                        List.of(new LineCourier(vertx, List.of(account))),
                        new Mute(),
                        live,
                        NoteSigner.generate("house.example/audit", new SecureRandom()),
                        new Reception.Defaults(Lang.EN, ZoneOffset.UTC),
                        URI.create("https://house.example"),
                        List.of(),
                        PolicyDraft::none,
                        Optional.empty(),
                        new MediaCleaner(),
                        List.of(new LineContents(vertx, account))));
        Settings settings = new Settings(
                "127.0.0.1",
                0,
                URI.create("https://house.example"),
                false,
                1,
                "H",
                ZoneOffset.UTC,
                Settings.Limits.USUAL);
        this.api = Await.result(Api.start(
                vertx,
                settings,
                new Api.House(
                        wiring.rooms(),
                        Map.of(Channel.LINE, new LineDesk(List.of(account))),
                        key -> Optional.of(MEI),
                        live,
                        StaticAssets.none(),
                        stores::check,
                        Clock.systemUTC())));
    }

    private House house(Path folder) {
        FileRootKey root = FileRootKey.at(folder.resolve("root.json"));
        HouseId id = new HouseId("test");
        PolicyEngine policy = new PolicyEngine(PolicySet.read(Path.of("../../policies")));
        Vault vault = new Vault(root, id, Vault.newHouseKeys(root, id));
        return new House(id, "node", stores, policy, vault, Clock.systemUTC(), new Pooled(vertx));
    }

    private record Pooled(Vertx vertx) implements Worker {
        @Override
        public <T> Future<T> run(Callable<T> work) {
            return vertx.executeBlocking(work, false);
        }
    }

    /** As the platform posts it. @return the status of the answer */
    int post(Hook hook) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + api.port() + "/hooks/line/" + ACCOUNT))
                .header("Content-Type", "application/json")
                .header(Hook.HEADER, hook.signature())
                .POST(HttpRequest.BodyPublishers.ofByteArray(hook.body()))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the house cannot be reached", e);
        }
    }

    private Desk desk() {
        return new Desk(MEI.id(), MEI.pool());
    }

    private Ref client(String user) {
        Address address = new Address(Channel.LINE, ACCOUNT, Personal.of(user));
        return Await.result(stores.clients().byAddress(house.vault().blind(house.id(), address)))
                .map(row -> new Ref(row.pool(), row.client()))
                .orElseThrow();
    }

    /** The files of a user, as their concierge sees them. */
    List<FileLine> kept(String user) {
        return Await.result(wiring.rooms().files().kept(desk(), client(user).client(), Purpose.SERVICE));
    }

    byte[] read(String user, FileLine file) {
        Download download = Await.result(
                        wiring.rooms().files().open(desk(), client(user).client(), file.id(), Optional.empty()))
                .match(done -> done, refused -> {
                    throw new AssertionError("refused by " + refused.rule());
                });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Await.result(download.parts().into(part -> {
            bytes.writeBytes(part);
            return Future.succeededFuture();
        }));
        return bytes.toByteArray();
    }

    List<Pending> pending() {
        return Await.result(stores.attachments().pending());
    }

    /** What kinds of messages a user sent, oldest first. */
    List<String> kinds(String user) {
        return Await.result(stores.conversations().after(client(user), 0, 100)).stream()
                .filter(message -> message.author() == Author.CLIENT)
                .map(StoredMessage::kind)
                .toList();
    }

    /** A picture in which a camera left a comment; none where it is empty. */
    static byte[] picture(String comment) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] words = comment.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Behind the start of the picture and its first segment.
        out.write(plain.toByteArray(), 0, 20);
        if (words.length > 0) {
            out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (words.length + 2)});
            out.writeBytes(words);
        }
        out.write(plain.toByteArray(), 20, plain.size() - 20);
        return out.toByteArray();
    }

    @Override
    public void close() {
        Await.result(api.stop());
        Await.result(vertx.close());
    }
}
