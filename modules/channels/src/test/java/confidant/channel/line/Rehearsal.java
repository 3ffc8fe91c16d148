package confidant.channel.line;

import confidant.core.port.Doorway.Knock;
import confidant.fake.line.Hook;
import confidant.fake.line.LineEvents;
import confidant.model.Inbound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** One account, its desk, and the platform's side of the same secret. */
final class Rehearsal {
    static final String ACCOUNT = "flagship";
    static final Instant NOW = Instant.parse("2026-02-14T01:02:03.456Z");
    static final String USER = LineEvents.userId(7);

    final LineEvents events = new LineEvents("channel-secret", user -> "token-of-" + user, InstantSource.fixed(NOW));
    final LineDesk desk = new LineDesk(
            List.of(LineAccount.official(ACCOUNT, Secret.of("channel-secret"), Secret.of("channel-token"))));

    Knock knock(Hook hook) {
        return knock(hook.body(), hook.signature());
    }

    Knock knock(byte[] body, String signature) {
        return desk.read(ACCOUNT, header(signature), body);
    }

    List<Inbound> enter(Hook hook) {
        if (knock(hook) instanceof Knock.Events entered) {
            return entered.events();
        }
        throw new AssertionError("the door did not open");
    }

    static Function<String, String> header(String signature) {
        return name -> name.equalsIgnoreCase(Hook.HEADER) ? signature : "";
    }
}
