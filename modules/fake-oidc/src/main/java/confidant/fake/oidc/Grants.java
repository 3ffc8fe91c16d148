package confidant.fake.oidc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Codes that were given out, each good for one exchange by the rules of RFC 6749 and RFC 7636. */
final class Grants {
    private final Map<String, Grant> open = new HashMap<>();

    /** @param challenge of the verifier that must come with the code, by S256 */
    record Grant(String person, String redirect, String nonce, String challenge) {}

    synchronized String give(Grant grant) {
        String code = UUID.randomUUID().toString();
        open.put(code, grant);
        return code;
    }

    /** Taken at the first try, whatever comes of it. */
    synchronized Optional<Grant> take(Map<String, String> form) {
        Grant grant = open.remove(form.getOrDefault("code", ""));
        return Optional.ofNullable(grant)
                .filter(one -> one.redirect().equals(form.get("redirect_uri")))
                .filter(one -> one.challenge().equals(challenge(form.getOrDefault("code_verifier", ""))));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return IdTokens.encoded(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
