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
 * @param dataBase where the platform hands out what clients sent beside words; as {@code apiBase}
 * @param patience how long one call may take before its outcome counts as unknown
 */
public record LineAccount(
        String key, Secret channelSecret, Secret token, URI apiBase, URI dataBase, Duration patience) {

    /** The platform's own host. */
    public static final URI OFFICIAL = URI.create("https://api.line.me");

    /** The platform's own host for pictures and files. */
    public static final URI OFFICIAL_DATA = URI.create("https://api-data.line.me");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public LineAccount {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("an account key is 1 to 64 letters, digits, hyphens and underscores");
        }
        if (!usable(apiBase) || !usable(dataBase)) {
            throw new IllegalArgumentException("a base URL must be `http` or `https` with a host");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("the patience must be more than nothing");
        }
    }

    private static boolean usable(URI base) {
        return base.getHost() != null && ("http".equals(base.getScheme()) || "https".equals(base.getScheme()));
    }

    /** An account on the platform's own hosts, with ten seconds of patience. */
    public static LineAccount official(String key, Secret channelSecret, Secret token) {
        return new LineAccount(key, channelSecret, token, OFFICIAL, OFFICIAL_DATA, Duration.ofSeconds(10));
    }

    /** The same account reached elsewhere, for words and for files: the token is shown nowhere else. */
    public LineAccount at(URI base) {
        return at(base, base);
    }

    /** The same account reached elsewhere, at one place for words and at another for files. */
    public LineAccount at(URI base, URI data) {
        return new LineAccount(key, channelSecret, token, base, data, patience);
    }

    /** The same account with another patience. */
    public LineAccount within(Duration time) {
        return new LineAccount(key, channelSecret, token, apiBase, dataBase, time);
    }

    static Map<String, LineAccount> byKey(Collection<LineAccount> accounts) {
        return accounts.stream().collect(Collectors.toUnmodifiableMap(LineAccount::key, Function.identity()));
    }
}
