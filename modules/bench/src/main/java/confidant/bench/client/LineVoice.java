package confidant.bench.client;

import confidant.fake.line.Hook;
import confidant.fake.line.LineEvents;
import java.util.Map;

/** A client in LINE: signed webhooks as the platform sends them, one event each. */
public final class LineVoice implements Voice {
    private final Wire wire;
    private final LineEvents events;
    private final String account;
    private final String userId;

    public LineVoice(Wire wire, LineEvents events, String account, String userId) {
        this.wire = wire;
        this.events = events;
        this.account = account;
        this.userId = userId;
    }

    @Override
    public Utterance utter(String text) {
        var event = events.text(userId, text);
        return again -> {
            Hook hook = events.hook(again ? events.redelivery(event) : event);
            return wire.post("/hooks/line/" + account, Map.of(Hook.HEADER, hook.signature()), hook.body());
        };
    }
}
