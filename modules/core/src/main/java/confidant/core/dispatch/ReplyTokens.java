package confidant.core.dispatch;

import confidant.core.people.Recent;
import confidant.model.Channel;
import confidant.model.Personal;
import confidant.store.ConversationStore.Ref;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Single-use answer tokens of channels, in memory for as long as they are good. */
public final class ReplyTokens {
    // LINE asks to use a token within about a minute; the rest is left for the way there.
    private static final Duration GOOD = Duration.ofSeconds(50);

    private record Place(Ref client, Channel channel) {}

    private record Token(Personal<String> value, Instant until) {}

    private final Clock clock;
    private final Recent<Place, Token> tokens = new Recent<>(20_000);

    public ReplyTokens(Clock clock) {
        this.clock = clock;
    }

    public void put(Ref client, Channel channel, Personal<String> token) {
        tokens.put(new Place(client, channel), new Token(token, clock.instant().plus(GOOD)));
    }

    /** Takes the latest token, if it is still good. */
    public synchronized Optional<Personal<String>> take(Ref client, Channel channel) {
        Place place = new Place(client, channel);
        Optional<Token> token = tokens.get(place);
        tokens.remove(place);
        return token.filter(t -> clock.instant().isBefore(t.until)).map(Token::value);
    }
}
