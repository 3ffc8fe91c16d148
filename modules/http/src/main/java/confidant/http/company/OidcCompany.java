package confidant.http.company;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import confidant.core.port.Company;
import confidant.core.session.CompanyAway;
import confidant.core.session.CompanyRefused;
import confidant.core.session.CompanyRefused.Why;
import confidant.model.Personal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A company by OpenID Connect: the authorization code flow with PKCE (S256). What the provider says of itself is read when it is
 * first needed and again every hour, so that the house starts and serves without it. Every call blocks a worker, none an event
 * loop. For any thread.
 */
public final class OidcCompany implements Company {
    private static final Logger LOG = LoggerFactory.getLogger(OidcCompany.class);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final Vertx vertx;
    private final OidcSettings settings;
    private final Clock clock;
    private volatile Optional<Known> known = Optional.empty();

    private record Known(Provider provider, Instant until) {}

    /** @param clock says when the provider's description is read again; tokens are measured by the machine's own */
    public OidcCompany(Vertx vertx, OidcSettings settings, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Future<URI> address(String state, String nonce, String verifier) {
        return vertx.executeBlocking(
                () -> new AuthenticationRequest.Builder(
                                ResponseType.CODE, scope(), new ClientID(settings.clientId()), settings.redirect())
                        .endpointURI(provider().authorize())
                        .state(new State(state))
                        .nonce(new Nonce(nonce))
                        .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
                        .build()
                        .toURI(),
                false);
    }

    private Scope scope() {
        Scope scope = new Scope("openid");
        settings.scopes().forEach(scope::add);
        return scope;
    }

    @Override
    public Future<Recognised> recognise(Personal<String> code, String verifier, String nonce) {
        return vertx.executeBlocking(
                () -> {
                    if (code.reveal().isBlank()) {
                        throw new CompanyRefused(Why.CODE);
                    }
                    Provider provider = provider();
                    return believed(provider, token(provider, code.reveal(), verifier), nonce);
                },
                false);
    }

    private Provider provider() {
        Optional<Known> now = known.filter(one -> clock.instant().isBefore(one.until()));
        if (now.isPresent()) {
            return now.get().provider();
        }
        try {
            Provider provider = Provider.discover(settings);
            known = Optional.of(new Known(provider, clock.instant().plus(KNOWN_FOR)));
            return provider;
        } catch (IOException | GeneralException away) {
            throw away("discovery", away);
        }
    }

    private OIDCTokenResponse token(Provider provider, String code, String verifier) {
        try {
            HTTPResponse answer = ask(provider, code, verifier).send();
            if (answer.getStatusCode() >= 500) {
                throw away("token-" + answer.getStatusCode(), null);
            }
            TokenResponse parsed = OIDCTokenResponseParser.parse(answer);
            if (parsed instanceof TokenErrorResponse error) {
                boolean ours = OAuth2Error.INVALID_GRANT.equals(error.getErrorObject());
                throw ours ? new CompanyRefused(Why.CODE) : away("token-" + answer.getStatusCode(), null);
            }
            return (OIDCTokenResponse) parsed.toSuccessResponse();
        } catch (IOException away) {
            throw away("token", away);
        } catch (ParseException unreadable) {
            throw refused("token", unreadable);
        }
    }

    private HTTPRequest ask(Provider provider, String code, String verifier) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), settings.redirect(), new CodeVerifier(verifier));
        ClientID client = new ClientID(settings.clientId());
        HTTPRequest request = settings.clientSecret()
                .map(secret -> new TokenRequest.Builder(provider.token(), login(provider, client, secret), grant))
                .orElseGet(() -> new TokenRequest.Builder(provider.token(), client, grant))
                .build()
                .toHTTPRequest();
        int millis = (int) settings.timeout().toMillis();
        request.setConnectTimeout(millis);
        request.setReadTimeout(millis);
        request.setFollowRedirects(false);
        return request;
    }

    private static ClientAuthentication login(Provider provider, ClientID client, String secret) {
        return provider.posts()
                ? new ClientSecretPost(client, new Secret(secret))
                : new ClientSecretBasic(client, new Secret(secret));
    }

    private Recognised believed(Provider provider, OIDCTokenResponse response, String nonce) {
        try {
            JWT token = response.getOIDCTokens().getIDToken();
            if (token == null) {
                throw new BadJWTException("there is none");
            }
            IDTokenClaimsSet claims = provider.tokens().validate(token, new Nonce(nonce));
            if (!askedByUs(claims)) {
                throw new BadJWTException("the token was made for another client");
            }
            String account =
                    claims.getIssuer().getValue() + " " + claims.getSubject().getValue();
            List<String> groups = claims.getStringListClaim(settings.groupsClaim());
            return new Recognised(Personal.of(account), groups == null ? List.of() : groups);
        } catch (KeySourceException away) {
            throw away("keys", away);
        } catch (BadJOSEException | JOSEException unproven) {
            throw refused("id-token", unproven);
        }
    }

    /** OpenID Connect Core 3.1.3.7, 4 and 5: what is for several must be for us, and what names a client must name us. */
    private boolean askedByUs(IDTokenClaimsSet claims) {
        AuthorizedParty party = claims.getAuthorizedParty();
        return party == null
                ? claims.getAudience().size() == 1
                : party.getValue().equals(settings.clientId());
    }

    // Neither the texts of the library nor what was sent: kinds only.
    private static CompanyRefused refused(String at, Exception cause) {
        LOG.atWarn()
                .addKeyValue("at", at)
                .addKeyValue("cause", cause.getClass().getSimpleName())
                .log("company-refused");
        return new CompanyRefused(Why.TOKEN);
    }

    private static CompanyAway away(String at, @Nullable Exception cause) {
        LOG.atWarn()
                .addKeyValue("at", at)
                .addKeyValue("cause", cause == null ? "" : cause.getClass().getSimpleName())
                .log("company-away");
        return new CompanyAway();
    }
}
