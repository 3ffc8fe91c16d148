package confidant.http.company;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider as it described itself.
 *
 * @param posts whether it takes the client's secret in the body only
 */
record Provider(URI authorize, URI token, boolean posts, IDTokenValidator tokens) {
    private static final int MOST_BYTES = 256 << 10;

    /** Those that a provider signs with a key of its own; {@code none} and shared secrets are not among them. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Reads the description at the issuer's well-known address. Blocks; keys are fetched when the first token comes. */
    static Provider discover(OidcSettings settings) throws IOException, GeneralException {
        int millis = (int) settings.timeout().toMillis();
        Issuer issuer = new Issuer(settings.issuer());
        OIDCProviderMetadata told = OIDCProviderMetadata.resolve(issuer, millis, millis);
        URI keys = guarded(settings, told.getJWKSetURI());
        return new Provider(
                guarded(settings, told.getAuthorizationEndpointURI()),
                guarded(settings, told.getTokenEndpointURI()),
                posts(told.getTokenEndpointAuthMethods()),
                new IDTokenValidator(
                        issuer,
                        new ClientID(settings.clientId()),
                        new JWSVerificationKeySelector<>(ALGORITHMS, keys(keys, millis)),
                        null));
    }

    private static JWKSource<SecurityContext> keys(URI address, int millis) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(
                        address.toURL(), new DefaultResourceRetriever(millis, millis, MOST_BYTES))
                .refreshAheadCache(false)
                .build();
    }

    /** What an issuer reached over TLS names is reached over TLS too. */
    private static URI guarded(OidcSettings settings, @Nullable URI named) throws GeneralException {
        if (named == null
                || named.getHost() == null
                || ("https".equals(settings.issuer().getScheme()) && !"https".equals(named.getScheme()))) {
            throw new GeneralException("the provider's description lacks an address");
        }
        return named;
    }

    private static boolean posts(@Nullable List<ClientAuthenticationMethod> methods) {
        return methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
