package confidant.app;

import confidant.app.config.Config;
import confidant.channel.line.LineAccount;
import confidant.channel.line.LineContents;
import confidant.channel.line.LineCourier;
import confidant.channel.line.LineDesk;
import confidant.channel.line.Secret;
import confidant.core.port.Doorway;
import confidant.core.port.Fetcher;
import confidant.model.Channel;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The messaging apps' ways in and out. */
final class Doors {
    private final List<Config.Line> line;
    private final LineDesk desk;
    private final LineCourier courier;
    private final List<Fetcher> fetchers;

    Doors(Vertx vertx, Config config) {
        this.line = config.line();
        List<LineAccount> accounts = line.stream().map(Doors::account).toList();
        this.desk = new LineDesk(accounts);
        this.courier = new LineCourier(vertx, accounts);
        this.fetchers = accounts.stream()
                .<Fetcher>map(account -> new LineContents(vertx, account))
                .toList();
    }

    private static LineAccount account(Config.Line line) {
        Secret secret = Secret.of(line.channelSecret().reveal());
        Secret token = Secret.of(line.token().reveal());
        return LineAccount.official(line.key(), secret, token).at(line.baseUrl(), line.dataUrl());
    }

    Map<Channel, Doorway> in() {
        return Map.of(Channel.LINE, desk);
    }

    LineCourier out() {
        return courier;
    }

    /** One for each account whose clients may send files. */
    List<Fetcher> fetchers() {
        return fetchers;
    }

    /**
     * Whose clients write to each account, by the account's key.
     *
     * @throws StartProblem if an account names a concierge who is not of the house
     */
    Map<String, Concierge> accounts(List<Concierge> staff) {
        Map<String, Concierge> byHandle =
                staff.stream().collect(Collectors.toMap(Concierge::handle, concierge -> concierge));
        return line.stream()
                .collect(Collectors.toMap(
                        Config.Line::key,
                        account -> Optional.ofNullable(byHandle.get(account.concierge()))
                                .orElseThrow(() -> new StartProblem(
                                        "the LINE account `" + account.key() + "` belongs to `" + account.concierge()
                                                + "`, who is no concierge of this house",
                                        "name one of "
                                                + byHandle.keySet().stream()
                                                        .sorted()
                                                        .collect(Collectors.joining(", "))
                                                + " in `line.accounts`"))));
    }
}
