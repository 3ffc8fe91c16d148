package confidant.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import confidant.app.Running;
import confidant.app.config.Config;
import confidant.app.config.Home;
import confidant.app.sample.Sample;
import confidant.fake.line.FakeLine;
import confidant.fake.oidc.FakeOidc;
import confidant.node.ContactPoint;
import confidant.node.SharedNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One real house and one real browser for all browser tests of this JVM; both end with it. A build has two such JVMs. */
final class OpenHouse {
    private static OpenHouse opened;

    private static final LocalTime MORNING = LocalTime.of(9, 40);
    static final String LINE_SECRET = "a-secret-of-the-tests";
    private static final String COMPANY_SECRET = "a-secret-of-the-company";
    private static final String LINE_TOKEN = "a-token-of-the-tests";

    final HouseClock clock = new HouseClock();
    final FakeLine line;
    /** The company that some of the staff sign in by. */
    final FakeOidc company = FakeOidc.start("confidant", COMPANY_SECRET);

    final Running running;
    final Browser browser;
    /** The folder of rules, a copy that tests may change. */
    final Path policies;

    /** Passkeys that browsers of earlier visits made, by whose they are: a link makes none for who has one. */
    final Map<String, JsonObject> passkeys = new ConcurrentHashMap<>();

    private OpenHouse() throws IOException {
        clock.forwardTo(MORNING);
        Vertx platform = Vertx.vertx();
        this.line = done(FakeLine.start(platform, LINE_TOKEN));
        Path data = Files.createTempDirectory("confidant-e2e");
        this.policies = copy(Home.policies(), data.resolve("policies"));
        this.running = Running.start(config(data), Sample.USUAL, clock, progress -> {});
        company.register(running.base().resolve("/signin"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            browser.close();
            playwright.close();
            running.stop();
            company.close();
            platform.close();
        }));
    }

    private Config config(Path data) {
        ContactPoint node = SharedNode.get();
        // Keyspaces of its own: other tests share the node.
        String keyspace = "e2e_" + Long.toString(System.nanoTime(), 36);
        Config usual = Config.usual(data)
                .withPort(0)
                .withPolicies(policies)
                .withContactPoint(new InetSocketAddress(node.host(), node.port()))
                .withLine(List.of(Config.line("main", "mei", LINE_SECRET, LINE_TOKEN, line.baseUrl())))
                .withOidc(Config.oidc("Lumière Group", company.issuer(), "confidant", COMPANY_SECRET));
        Config.Cassandra where = usual.cassandra();
        return usual.withCassandra(new Config.Cassandra(
                where.contactPoints(),
                where.localDatacenter(),
                keyspace,
                keyspace + "_keys",
                where.login(),
                where.replication(),
                where.timeout(),
                where.node()));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path at = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(at);
                } else {
                    Files.copy(file, at);
                }
            }
        }
        return to;
    }

    static synchronized OpenHouse get() {
        if (opened == null) {
            try {
                opened = new OpenHouse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return opened;
    }

    String address(String path) {
        return running.base().toString().replaceAll("/$", "") + path;
    }

    /** What a future of the house brings. */
    static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the house did not answer", e);
        }
    }

    private static Path chromium() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .or(() -> Stream.of(
                                "/usr/bin/chromium-headless-shell",
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst())
                .orElseThrow(() -> new AssertionError(
                        "no Chromium or Chrome was found; install it or name it in the variable `CHROMIUM`"));
    }
}
