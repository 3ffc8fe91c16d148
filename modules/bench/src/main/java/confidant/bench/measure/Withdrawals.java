package confidant.bench.measure;

import confidant.bench.client.DeskLine;
import confidant.bench.client.DeskSeat;
import confidant.bench.client.Unexpected;
import confidant.bench.client.WebVoice;
import confidant.bench.client.Wire;
import confidant.bench.measure.Row.Target;
import confidant.bench.replay.Introductions;
import confidant.bench.replay.Quantiles;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** From a client's no to the first answer of the desk that no longer knows. */
final class Withdrawals {
    private static final String PURPOSE = "personalisation";
    private final Wire wire;
    private final DeskSeat desk;
    private final Introductions introductions;
    private final List<Long> acknowledged = new ArrayList<>();
    private final List<Long> inEffect = new ArrayList<>();
    private int tooLate;

    Withdrawals(Wire wire, DeskSeat desk, DeskLine line) {
        this.wire = wire;
        this.desk = desk;
        this.introductions = new Introductions(desk, line);
    }

    void run(Sheet sheet, int rounds) {
        sheet.now("withdrawals of " + rounds + " clients");
        for (int i = 0; i < rounds + rounds / 5; i++) {
            if (i == rounds / 5) {
                acknowledged.clear();
                inEffect.clear();
            }
            Wait.on(once("I like the quiet tables best (" + i + ")"));
        }
        Quantiles effect = Quantiles.of(inEffect);
        String limit = "three durable steps one after the other: the consent, its line in the ledger, the key's end.";
        sheet.add(Row.of("withdrawal to effect, p99", effect.millis(0.99), "ms", Target.most(100), "one node", limit));
        sheet.add(Row.fact("withdrawal to effect, p50", effect.millis(0.5), "ms", "the desk's reading included"));
        sheet.add(Row.fact(
                "withdrawal to receipt, p50", Quantiles.of(acknowledged).millis(0.5), "ms", ""));
        sheet.add(Row.fact("readings after the receipt that still showed the tag", tooLate, "", "must be 0"));
    }

    private Future<Void> once(String words) {
        return WebVoice.open(wire, desk.handle(), "en")
                .compose(voice -> introductions
                        .introduce(words, () -> voice.utter(words).post(false))
                        .compose(met -> voice.consent(PURPOSE, true)
                                .compose(given -> tag(met.clientId()))
                                .compose(tagged -> withdraw(voice, met.clientId()))));
    }

    private Future<Void> tag(String client) {
        var tag =
                Wire.object().put("kind", "likes").put("value", "quiet tables").put("purpose", PURPOSE);
        return desk.tell("/v1/desk/clients/" + client + "/tags", tag)
                .compose(answer -> shown(client).map(shown -> {
                    answer.is(201, "noting a tag");
                    if (!shown) {
                        throw new Unexpected("the card does not show a tag that was just noted");
                    }
                    return null;
                }));
    }

    private Future<Void> withdraw(WebVoice voice, String client) {
        long begin = System.nanoTime();
        return voice.consent(PURPOSE, false).compose(receipt -> {
            acknowledged.add(System.nanoTime() - begin);
            return gone(client, begin);
        });
    }

    private Future<Void> gone(String client, long begin) {
        return shown(client).compose(shown -> {
            if (shown) {
                tooLate++;
                return gone(client, begin);
            }
            inEffect.add(System.nanoTime() - begin);
            return Future.succeededFuture();
        });
    }

    private Future<Boolean> shown(String client) {
        return desk.ask("/v1/desk/clients/" + client + "/card").map(answer -> {
            boolean found = false;
            for (var tag : answer.is(200, "reading a card").body().path("tags")) {
                found |= !tag.path("value").asText().isEmpty();
            }
            return found;
        });
    }
}
