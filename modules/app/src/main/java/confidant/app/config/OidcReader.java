package confidant.app.config;

import confidant.app.config.Config.Mode;
import confidant.app.config.Config.Oidc;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The company's sign-in: a group of keys that is left out where staff come in by passkeys and links only. */
final class OidcReader {
    private OidcReader() {}

    static Optional<Oidc> read(Section from, Mode mode) {
        Optional<String> name = from.text("name");
        Optional<URI> issuer =
                from.read("issuer", "write it exactly as the provider does, `https://` and a host", OidcReader::issuer);
        Optional<String> client = from.text("client-id");
        Optional<Secret> secret = from.secret("client-secret", mode == Mode.DEVELOPMENT);
        String claim = from.text("groups-claim").orElse("groups");
        List<String> scopes = from.texts("scopes");
        Duration timeout = Duration.ofSeconds(from.whole("timeout-seconds", 5, 1, 60));
        if (from.given()) {
            from.require("name", "issuer", "client-id");
        }
        if (mode == Mode.PRODUCTION
                && issuer.filter(uri -> !"https".equals(uri.getScheme())).isPresent()) {
            from.problem(
                    from.path("issuer"),
                    "anybody on the way could say who somebody is",
                    "use the provider's `https://` address");
        }
        from.end();
        return name.flatMap(shown ->
                issuer.flatMap(at -> client.map(id -> new Oidc(shown, at, id, secret, claim, scopes, timeout))));
    }

    private static URI issuer(String text) {
        URI uri = ConfigReader.url(text);
        if (Objects.nonNull(uri.getQuery()) || Objects.nonNull(uri.getFragment())) {
            throw new IllegalArgumentException("`" + text + "` is no issuer");
        }
        return uri;
    }
}
