package confidant.channel.line;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One official account of the house.
 *
 * @param key its name in the configuration and in the hook's address
 * @param channelSecret signs what comes in
 * @param token the channel access token, shown with what goes out
 * @param apiBase where the platform listens; another one than {@link #OFFICIAL} is for fakes and relays
 * @param patience how long one call may take before its outcome counts as unknown
 */
public record LineAccount(String key, Secret channelSecret, Secret token, URI apiBase, Duration patience) {

    /** The platform's own host. */
    public static final URI OFFICIAL = URI.create("https://api.line.me");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public LineAccount {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("an account key is 1 to 64 letters, digits, hyphens and underscores");
        }
        var plain = "http".equals(apiBase.getScheme());
        if (apiBase.getHost() == null || !(plain || "https".equals(apiBase.getScheme()))) {
            throw new IllegalArgumentException("a base URL must be `http` or `https` with a host");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("the patience must be more than nothing");
        }
    }

    /** An account on the platform's own host, with ten seconds of patience. */
    public static LineAccount official(String key, Secret channelSecret, Secret token) {
        return new LineAccount(key, channelSecret, token, OFFICIAL, Duration.ofSeconds(10));
    }

    /** The same account reached elsewhere. */
    public LineAccount at(URI base) {
        return new LineAccount(key, channelSecret, token, base, patience);
    }

    /** The same account with another patience. */
    public LineAccount within(Duration time) {
        return new LineAccount(key, channelSecret, token, apiBase, time);
    }

    static Map<String, LineAccount> byKey(Collection<LineAccount> accounts) {
        return accounts.stream().collect(Collectors.toUnmodifiableMap(LineAccount::key, Function.identity()));
    }
}
