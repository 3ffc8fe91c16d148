package confidant.fake.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys, and compact JSON Web Signatures made with them. */
final class IdTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COORDINATE = 32;

    // Once for all providers of a process: to make them takes longer than all that a test does with them.
    private static final KeyPair RSA = rsa();
    private static final KeyPair STRANGER = rsa();
    private static final KeyPair EC = ec();
    private final String secret;

    IdTokens(String secret) {
        this.secret = secret;
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The published halves, as RFC 7517 has them. */
    ObjectNode published() {
        ObjectNode set = JSON.createObjectNode();
        var keys = set.putArray("keys");
        RSAPublicKey first = (RSAPublicKey) RSA.getPublic();
        keys.addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", "rsa-1")
                .put("n", number(first.getModulus(), 256))
                .put("e", encoded(first.getPublicExponent().toByteArray()));
        ECPublicKey second = (ECPublicKey) EC.getPublic();
        keys.addObject()
                .put("kty", "EC")
                .put("use", "sig")
                .put("kid", "ec-1")
                .put("crv", "P-256")
                .put("x", number(second.getW().getAffineX(), COORDINATE))
                .put("y", number(second.getW().getAffineY(), COORDINATE));
        return set;
    }

    String sign(ObjectNode claims, Signing how) {
        ObjectNode header = JSON.createObjectNode().put("typ", "JWT").put("alg", alg(how));
        if (how != Signing.NONE && how != Signing.SHARED) {
            header.put("kid", how == Signing.ES256 ? "ec-1" : "rsa-1");
        }
        String signed = encoded(header.toString()) + "." + encoded(claims.toString());
        return signed + "." + encoded(signature(signed.getBytes(StandardCharsets.US_ASCII), how));
    }

    private static String alg(Signing how) {
        return switch (how) {
            case RS256, STOLEN_NAME -> "RS256";
            case ES256 -> "ES256";
            case SHARED -> "HS256";
            case NONE -> "none";
        };
    }

    private byte[] signature(byte[] signed, Signing how) {
        try {
            return switch (how) {
                case RS256 -> sign("SHA256withRSA", RSA.getPrivate(), signed);
                case STOLEN_NAME -> sign("SHA256withRSA", STRANGER.getPrivate(), signed);
                case ES256 -> sign("SHA256withECDSAinP1363Format", EC.getPrivate(), signed);
                case NONE -> new byte[0];
                case SHARED -> {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                    yield mac.doFinal(signed);
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(String algorithm, PrivateKey key, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(signed);
        return signature.sign();
    }

    /** Big-endian, as many bytes as the key's size asks for. */
    private static String number(BigInteger value, int length) {
        byte[] all = value.toByteArray();
        byte[] exact = new byte[length];
        int from = Math.max(0, all.length - length);
        System.arraycopy(all, from, exact, length - (all.length - from), all.length - from);
        return encoded(exact);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
