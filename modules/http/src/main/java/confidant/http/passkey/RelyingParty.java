package confidant.http.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.net.URI;
import java.util.List;

/**
 * This house as authenticators know it: the host of its public address, and the one origin its pages come from. Thread-safe.
 * Attestations are not asked for and not looked at: any make of authenticator is good, as long as it verifies its user.
 */
public final class RelyingParty {
    /** ES256, EdDSA, RS256: what authenticators of every make can do. */
    public static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private final String id;
    private final Origin origin;
    private final ObjectConverter json = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(json);

    /** @param base the public address of the house, without a slash at its end */
    public RelyingParty(String base) {
        URI address = URI.create(base);
        this.id = address.getHost();
        this.origin = Origin.create(base);
    }

    /** A host, never an address with a number. */
    public String id() {
        return id;
    }

    WebAuthnManager manager() {
        return manager;
    }

    AttestedCredentialDataConverter keys() {
        return new AttestedCredentialDataConverter(json);
    }

    ServerProperty asked(byte[] challenge) {
        return new ServerProperty(origin, id, new DefaultChallenge(challenge));
    }

    static List<PublicKeyCredentialParameters> parameters() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
                .toList();
    }
}
