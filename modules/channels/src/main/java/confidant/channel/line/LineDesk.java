package confidant.channel.line;

import confidant.core.port.Doorway;
import confidant.model.Channel;
import confidant.model.Inbound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * The way in from LINE. Nothing of a body is read before its signature was found right; every event of a batch is looked
 * at; what the platform may add later becomes a minimal record and never an error. Immutable and thread-safe; throws
 * nothing, whatever the bytes are.
 */
public final class LineDesk implements Doorway {
    private final Map<String, LineAccount> accounts;

    /**
     * @throws IllegalStateException if two accounts have the same key
     */
    public LineDesk(Collection<LineAccount> accounts) {
        this.accounts = LineAccount.byKey(accounts);
    }

    @Override
    public Channel channel() {
        return Channel.LINE;
    }

    @Override
    public Knock read(String account, Function<String, String> header, byte[] body) {
        var known = accounts.get(account);
        if (known == null) {
            return new Knock.UnknownAccount();
        }
        if (!LineSignature.fits(known.channelSecret(), body, header.apply(LineSignature.HEADER))) {
            return new Knock.Forged();
        }
        try {
            var reader = new EventReader(known.key());
            var inbounds = new ArrayList<Inbound>();
            for (var event : LineJson.events(body)) {
                reader.read(event).ifPresent(inbounds::add);
            }
            return new Knock.Events(inbounds);
        } catch (UnreadableBody e) {
            return new Knock.Malformed(e.problem());
        }
    }
}
