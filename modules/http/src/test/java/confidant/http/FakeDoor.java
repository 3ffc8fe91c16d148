package confidant.http;

import confidant.core.port.Doorway;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.Inbound;
import confidant.model.Personal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A channel whose signature is the length of the body, whose events are lines {@code sender:event:text}, and which
 * breaks with a tell-tale message on a body that begins with an exclamation mark.
 */
final class FakeDoor implements Doorway {
    static final String ACCOUNT = "main";

    static String sign(String body) {
        return "length " + body.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Channel channel() {
        return Channel.LINE;
    }

    @Override
    public Knock read(String account, Function<String, String> header, byte[] body) {
        if (!account.equals(ACCOUNT)) {
            return new Knock.UnknownAccount();
        }
        if (!header.apply("x-signature").equals("length " + body.length)) {
            return new Knock.Forged();
        }
        if (body.length > 0 && body[0] == '!') {
            throw new IllegalStateException(new String(body, StandardCharsets.UTF_8));
        }
        List<Inbound> events = new ArrayList<>();
        for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split(":", 3);
            if (parts.length < 3) {
                return new Knock.Malformed("a line has three parts");
            }
            events.add(new Inbound(
                    new Address(Channel.LINE, account, Personal.of(parts[0])),
                    parts[1],
                    Inbound.Kind.TEXT,
                    Instant.parse("2026-11-22T00:00:00Z"),
                    Optional.of(Personal.of(parts[2])),
                    Optional.empty()));
        }
        return new Knock.Events(events);
    }
}
