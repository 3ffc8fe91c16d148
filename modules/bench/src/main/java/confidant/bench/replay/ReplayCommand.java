package confidant.bench.replay;

import confidant.bench.client.DeskSeat;
import confidant.bench.client.Wire;
import confidant.bench.replay.Plan.Channel;
import confidant.bench.replay.Plan.LineAccount;
import confidant.fake.line.FakeLine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dialogues to a running house and says what became of them. */
@Command(
        name = "replay",
        description = {
            "Sends dialogues through a running house and reads everything back.",
            "",
            "Each dialogue becomes one new client; its client turns are written in the channel, its agent turns as the"
                    + " concierge's replies. Ends with 0 when nothing was lost, doubled or out of order, else with 1."
        },
        footer = {
            "",
            "Examples, with the links that `confidant run` printed:",
            "  confidant replay --desk http://localhost:8080/signin#code=...",
            "  confidant replay dialogues.jsonl --channel line --line-account flagship --line-secret-file secret.txt"
                    + " --platform-port 9090 --desk LINK",
            "",
            "Without FILE the few dialogues that come with the program are sent."
        },
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "dialogues, one turn a line as JSON")
    Path file;

    @Option(
            names = {"--desk", "--desk-code"},
            required = true,
            paramLabel = "LINK",
            description = "the one-time sign-in link of a concierge, or its code")
    String desk;

    @Option(names = "--server", paramLabel = "URL", description = "the house; taken from the link when it is one")
    URI server;

    @Option(names = "--channel", defaultValue = "web", description = "line or web, the default")
    String channel = "web";

    @Option(names = "--clients", defaultValue = "8", description = "how many clients write at once (${DEFAULT-VALUE})")
    int clients;

    @Option(names = "--rate", defaultValue = "0", description = "client messages a second, 0 for no limit")
    double rate;

    @Option(
            names = "--redeliver",
            defaultValue = "0.05",
            description = "share of the client's messages that are posted twice (${DEFAULT-VALUE})")
    double redeliver;

    @Option(names = "--limit", defaultValue = "2147483647", description = "send only the first so many dialogues")
    int limit;

    @Option(names = "--concierge", paramLabel = "HANDLE", description = "whom web chats are opened with")
    String concierge;

    @Option(names = "--line-account", paramLabel = "KEY", description = "the account's name in the hook's address")
    String account;

    @Option(names = "--line-secret-file", paramLabel = "FILE", description = "holds the account's channel secret")
    Path secretFile;

    @Option(
            names = "--platform-port",
            defaultValue = "0",
            description = "stand in for the LINE platform on this port; name it in the account's base URL")
    int platformPort;

    @Option(
            names = "--platform-token",
            defaultValue = "token",
            description = "the channel access token that the stand-in accepts (${DEFAULT-VALUE})")
    String platformToken;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Dialogue> dialogues = file == null ? Dialogues.own() : Dialogues.read(file, limit);
        Plan plan = plan();
        Vertx vertx = Vertx.vertx();
        try {
            Replayed replayed =
                    wait(replay(vertx, plan, dialogues.stream().limit(limit).toList()));
            PrintWriter out = spec.commandLine().getOut();
            out.print(replayed.report());
            out.flush();
            return replayed.clean() ? 0 : 1;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private Plan plan() throws IOException {
        boolean line = channel.equals("line");
        if (!line && !channel.equals("web")) {
            throw new ParameterException(spec.commandLine(), "the channel is `line` or `web`");
        }
        if (line && (account == null || secretFile == null)) {
            throw new ParameterException(
                    spec.commandLine(), "for `line` name the account with --line-account and --line-secret-file");
        }
        LineAccount signs =
                line ? new LineAccount(account, Files.readString(secretFile).strip()) : LineAccount.NONE;
        return new Plan(line ? Channel.LINE : Channel.WEB, clients, rate, redeliver, signs, Duration.ofSeconds(60));
    }

    private Future<Replayed> replay(Vertx vertx, Plan plan, List<Dialogue> dialogues) {
        Wire wire = new Wire(vertx, house(), plan.clients() + 4);
        return platform(vertx)
                .compose(platform -> DeskSeat.signIn(wire, desk)
                        .compose(seat -> seat.live().compose(line -> {
                            UnaryOperator<String> tokens = platform.<UnaryOperator<String>>map(p -> p::issueReplyToken)
                                    .orElse(user -> UUID.randomUUID().toString().replace("-", ""));
                            String handle = concierge == null ? seat.handle() : concierge;
                            Voices voices = new Voices(wire, plan, handle, tokens);
                            return new Replay(vertx, seat, line, voices, plan).run(dialogues);
                        })));
    }

    private Future<Optional<FakeLine>> platform(Vertx vertx) {
        return platformPort == 0
                ? Future.succeededFuture(Optional.empty())
                : FakeLine.start(vertx, platformToken, platformPort).map(Optional::of);
    }

    private URI house() {
        if (server != null) {
            return server;
        }
        URI link = desk.contains("://") ? URI.create(desk) : URI.create("http://localhost:8080");
        return URI.create(link.getScheme() + "://" + link.getAuthority());
    }

    private static <T> T wait(Future<T> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException told ? told : new IllegalStateException(e.getCause());
        }
    }
}
