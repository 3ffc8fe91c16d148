package confidant.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Raw RFC 8032 keys in and out of the JDK's own Ed25519 (RFC 8410 wrappings have a fixed prefix each). */
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    static PublicKey publicKey(byte[] raw) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(SPKI, raw)));
        } catch (GeneralSecurityException e) {
            throw new Malformed("a public key is not an Ed25519 key");
        }
    }

    static PrivateKey privateKey(byte[] seed) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(joined(PKCS8, seed)));
        } catch (GeneralSecurityException e) {
            throw new Malformed("a private key is not an Ed25519 key");
        }
    }

    static byte[] pkcs8(byte[] seed) {
        return joined(PKCS8, seed);
    }

    static byte[] seedOf(byte[] pkcs8) {
        boolean fits = pkcs8.length == PKCS8.length + KEY_BYTES
                && Arrays.equals(PKCS8, 0, PKCS8.length, pkcs8, 0, PKCS8.length);
        if (!fits) {
            throw new Malformed("a private key is not a PKCS #8 Ed25519 key of 48 bytes");
        }
        return Arrays.copyOfRange(pkcs8, PKCS8.length, pkcs8.length);
    }

    /**
     * The public half of a seed. The JDK has no call for it, but its generator takes the seed from the random source
     * it is given;
     * a runtime that does otherwise is noticed by the comparison and refused.
     */
    static byte[] publicOf(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            KeyPair pair = generator.generateKeyPair();
            if (!Arrays.equals(pair.getPrivate().getEncoded(), pkcs8(seed))) {
                throw new IllegalStateException("this Java runtime cannot derive an Ed25519 public key from its seed");
            }
            byte[] spki = pair.getPublic().getEncoded();
            return Arrays.copyOfRange(spki, spki.length - KEY_BYTES, spki.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no Ed25519", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // the JDK throws for a signature of a wrong length or with a point off the curve
        }
    }

    private static byte[] joined(byte[] prefix, byte[] raw) {
        if (raw.length != KEY_BYTES) {
            throw new Malformed("an Ed25519 key has 32 bytes, not " + raw.length);
        }
        byte[] all = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, all, prefix.length, raw.length);
        return all;
    }

    /** Hands out a known seed instead of chance. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(seed, 0, target, 0, Math.min(seed.length, target.length));
        }
    }
}
