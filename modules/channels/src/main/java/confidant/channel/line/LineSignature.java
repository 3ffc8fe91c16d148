package confidant.channel.line;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The platform's signature: base64 of HMAC-SHA256 over the raw bytes under the channel secret. */
final class LineSignature {
    static final String HEADER = "x-line-signature";

    private LineSignature() {}

    /**
     * Whether {@code shown} is exactly the signature of {@code body}. The text is compared rather than decoded, so that no
     * second spelling of the same signature passes; the comparison takes the same time wherever they differ.
     */
    static boolean fits(Secret channelSecret, byte[] body, String shown) {
        byte[] expected = Base64.getEncoder().encode(mac(channelSecret, body));
        return MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(Secret channelSecret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(channelSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256, which every Java must have", e);
        }
    }
}
