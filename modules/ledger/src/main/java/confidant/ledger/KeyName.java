package confidant.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The rules for key names and key ids, signed-note sections "Format" and "Signatures". */
final class KeyName {
    private KeyName() {}

    static String checked(String name) {
        boolean odd = name.codePoints()
                .anyMatch(c ->
                        c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
        if (name.isEmpty() || odd) {
            throw new Malformed("a key name is not empty and has no space, control character or plus sign");
        }
        return name;
    }

    /** {@code SHA-256(name || 0x0A || type || public key)[:4]}. */
    static int keyId(String name, byte type, byte[] publicKey) {
        MessageDigest digest = Hasher.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type);
        digest.update(publicKey);
        return ByteBuffer.wrap(digest.digest()).getInt();
    }
}
