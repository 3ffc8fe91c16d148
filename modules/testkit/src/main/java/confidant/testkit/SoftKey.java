package confidant.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/**
 * An authenticator and the browser around it, by the letter of WebAuthn level 2: one ES256 credential. What a test wants to be
 * wrong, it sets before it asks. Answers are the properties of the contract's {@code PasskeyAnswer}. For one thread.
 */
public final class SoftKey {
    private final byte[] id = new byte[24];
    private final KeyPair keys;
    private String origin;
    private String rpId;
    private boolean verifiesUser = true;
    private int counter;
    private String userHandle = "";

    /** @param origin where the page comes from, such as {@code https://house.example} */
    public SoftKey(String origin, String rpId) {
        this.origin = origin;
        this.rpId = rpId;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public String id() {
        return text(id);
    }

    public void origin(String other) {
        origin = other;
    }

    public void rpId(String other) {
        rpId = other;
    }

    public void verifiesUser(boolean verified) {
        verifiesUser = verified;
    }

    /** What it counts from; 0 for one that does not count. */
    public void counter(int from) {
        counter = from;
    }

    public String userHandle() {
        return userHandle;
    }

    /** Whose key it says it is. */
    public void userHandle(String other) {
        userHandle = other;
    }

    /** Makes the credential for this user. */
    public Map<String, String> make(String challenge, String user) {
        userHandle = user;
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xa3);
        object.writeBytes(word("fmt"));
        object.writeBytes(word("none"));
        object.writeBytes(word("attStmt"));
        object.write(0xa0);
        object.writeBytes(word("authData"));
        object.writeBytes(string(authenticatorData(0x40, attested())));
        return Map.of(
                "id",
                id(),
                "clientDataJSON",
                text(clientData("webauthn.create", challenge)),
                "attestationObject",
                text(object.toByteArray()));
    }

    /** Signs the challenge with the credential. */
    public Map<String, String> use(String challenge) {
        counter += counter == 0 ? 0 : 1;
        byte[] authenticatorData = authenticatorData(0, new byte[0]);
        byte[] clientData = clientData("webauthn.get", challenge);
        return Map.of(
                "id",
                id(),
                "clientDataJSON",
                text(clientData),
                "authenticatorData",
                text(authenticatorData),
                "signature",
                text(sign(authenticatorData, sha256(clientData))),
                "userHandle",
                userHandle);
    }

    private byte[] clientData(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int more, byte[] attested) {
        int flags = 0x01 | (verifiesUser ? 0x04 : 0) | more;
        return ByteBuffer.allocate(37 + attested.length)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(counter)
                .put(attested)
                .array();
    }

    private byte[] attested() {
        byte[] x =
                coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineX().toByteArray());
        byte[] y =
                coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineY().toByteArray());
        return ByteBuffer.allocate(16 + 2 + id.length + 77)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20})
                .put(x)
                .put(new byte[] {0x22, 0x58, 0x20})
                .put(y)
                .array();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private byte[] sign(byte[]... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] word(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) (0x60 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] string(byte[] bytes) {
        return ByteBuffer.allocate(3 + bytes.length)
                .put((byte) 0x59)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
