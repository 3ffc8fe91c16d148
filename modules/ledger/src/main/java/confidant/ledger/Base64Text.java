package confidant.ledger;

import java.util.Base64;

/** Standard base64 (RFC 4648 section 4) that accepts one spelling only: what was not written canonically is refused. */
final class Base64Text {
    private Base64Text() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("a value is not base64");
        }
        // The JDK takes missing padding and stray trailing bits; two spellings of one signature would let a file change
        // unseen.
        if (!encode(bytes).equals(text)) {
            throw new Malformed("a base64 value is not in its canonical form");
        }
        return bytes;
    }
}
