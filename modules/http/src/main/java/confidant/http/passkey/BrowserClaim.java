package confidant.http.passkey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import confidant.core.BadRequest;
import confidant.core.port.PasskeyClaim;
import confidant.core.session.PasskeyRefused;
import confidant.core.session.PasskeyRefused.Why;
import confidant.http.api.Asked;
import confidant.http.api.Json;
import confidant.model.StaffId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One answer of an authenticator, as the browser sent it. Its verdicts are webauthn4j's, and the user-verified flag is looked at once more. */
public final class BrowserClaim implements PasskeyClaim {
    private final RelyingParty party;
    private final Asked.PasskeyAnswer answer;
    private final String challenge;

    /** The part of the client data that is looked at before anything is verified. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClientData(@Nullable String challenge) {}

    /** @throws BadRequest if a part is not base64url, or the client data are no JSON */
    public BrowserClaim(RelyingParty party, Asked.PasskeyAnswer answer) {
        this.party = party;
        this.answer = answer;
        String challenge =
                Json.read(bytes(answer.clientDataJSON()), ClientData.class).challenge();
        this.challenge = challenge == null ? "" : challenge;
    }

    @Override
    public String challenge() {
        return challenge;
    }

    @Override
    public String credential() {
        return answer.id();
    }

    @Override
    public Optional<StaffId> holder() {
        try {
            return Optional.ofNullable(answer.userHandle())
                    .filter(handle -> !handle.isEmpty())
                    .map(handle -> StaffId.parse(new String(bytes(handle), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new PasskeyRefused(Why.UNKNOWN);
        }
    }

    @Override
    public Key made() {
        return verdict(() -> {
            RegistrationData data = party.manager()
                    .parse(new RegistrationRequest(bytes(answer.attestationObject()), bytes(answer.clientDataJSON())));
            party.manager()
                    .verify(
                            data,
                            new RegistrationParameters(
                                    party.asked(bytes(challenge)), RelyingParty.parameters(), true, true));
            var authenticator = data.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData attested = authenticator.getAttestedCredentialData();
            if (!authenticator.isFlagUV()) {
                throw new PasskeyRefused(Why.UNVERIFIED);
            }
            if (attested == null || !Arrays.equals(attested.getCredentialId(), bytes(answer.id()))) {
                throw new PasskeyRefused(Why.FORGED);
            }
            return new Key(party.keys().convert(attested), authenticator.getSignCount(), authenticator.isFlagBE());
        });
    }

    @Override
    public long used(Key remembered) {
        return verdict(() -> {
            AuthenticationData data = party.manager()
                    .parse(new AuthenticationRequest(
                            bytes(answer.id()),
                            bytes(answer.userHandle()),
                            bytes(answer.authenticatorData()),
                            bytes(answer.clientDataJSON()),
                            bytes(answer.signature())));
            party.manager()
                    .verify(
                            data,
                            new AuthenticationParameters(
                                    party.asked(bytes(challenge)), record(remembered), null, true, true));
            if (!data.getAuthenticatorData().isFlagUV()) {
                throw new PasskeyRefused(Why.UNVERIFIED);
            }
            return data.getAuthenticatorData().getSignCount();
        });
    }

    private CredentialRecordImpl record(Key remembered) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                remembered.synced(),
                false,
                remembered.counter(),
                party.keys().convert(remembered.key()),
                null,
                null,
                null,
                null);
    }

    private static <T> T verdict(Supplier<T> verification) {
        try {
            return verification.get();
        } catch (UserNotVerifiedException e) {
            throw new PasskeyRefused(Why.UNVERIFIED);
        } catch (MaliciousCounterValueException e) {
            throw new PasskeyRefused(Why.COUNTER);
        } catch (VerificationException | DataConversionException | IllegalArgumentException e) {
            throw new PasskeyRefused(Why.FORGED);
        }
    }

    private static byte[] bytes(@Nullable String text) {
        try {
            return Base64.getUrlDecoder().decode(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("a part of the passkey's answer is not base64url");
        }
    }
}
