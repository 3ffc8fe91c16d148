package confidant.fake.oidc;

/** How ID tokens are signed. */
public enum Signing {
    RS256,
    ES256,
    /** Not at all: {@code alg} is {@code none}. */
    NONE,
    /** RS256 under the name of the published key, with another one. */
    STOLEN_NAME,
    /** HS256 with the client's secret, which whoever knows that could do. */
    SHARED
}
