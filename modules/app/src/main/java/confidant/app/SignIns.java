package confidant.app;

import confidant.app.config.Config;
import confidant.app.config.Secret;
import confidant.core.port.Company;
import confidant.http.company.OidcCompany;
import confidant.http.company.OidcSettings;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;

/** The ways in that others keep. */
final class SignIns {
    private SignIns() {}

    /** The company's, if the configuration names one. Nothing is asked of it yet. */
    static Optional<Company> company(Vertx vertx, Config config, Address address, Clock clock) {
        return config.oidc()
                .map(oidc -> new OidcCompany(
                        vertx,
                        new OidcSettings(
                                oidc.name(),
                                oidc.issuer(),
                                oidc.clientId(),
                                oidc.clientSecret().map(Secret::reveal),
                                oidc.groupsClaim(),
                                oidc.scopes(),
                                address.base().resolve("/signin"),
                                oidc.timeout()),
                        clock));
    }
}
