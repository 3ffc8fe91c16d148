package confidant.http.company;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the house is known to a provider of OpenID Connect.
 *
 * @param name what staff know the company by
 * @param issuer as it stands in every token, and where the provider describes itself
 * @param clientSecret empty for a client without one: then PKCE alone makes a code worth something
 * @param groupsClaim the claim of the ID token with the groups, a list of texts
 * @param scopes asked for beside {@code openid}
 * @param redirect the page to come back to, as registered at the provider
 * @param timeout of each call to the provider
 */
public record OidcSettings(
        String name,
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        String groupsClaim,
        List<String> scopes,
        URI redirect,
        Duration timeout) {
    public OidcSettings {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "(oidc settings)";
    }
}
