package confidant.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.LowLevelCryptoCaller;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.subtle.XAesGcmAead;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/**
 * The only class that turns raw 32-byte keys into primitives, so that Tink's {@code subtle} room is used in one place. An
 * {@link Aead} is made for each use and dropped after it: what is kept of a key is the one array that can be wiped.
 */
final class Ciphers {
    static final int KEY_SIZE = 32;
    private static final AesGcmParameters GCM = gcm();
    private static final HmacPrfParameters HMAC = hmac();

    private Ciphers() {}

    /** AES-256-GCM; 12-byte random nonce before, 16-byte tag after the ciphertext. */
    @AccessesPartialKey
    static Aead gcm(byte[] key) throws GeneralSecurityException {
        return AesGcmJce.create(
                AesGcmKey.builder().setParameters(GCM).setKeyBytes(secret(key)).build());
    }

    /** XAES-256-GCM; 24-byte random nonce before the ciphertext, so one key can seal without counting. */
    @AccessesPartialKey
    @LowLevelCryptoCaller
    static Aead xaes(byte[] key) throws GeneralSecurityException {
        return XAesGcmAead.create(
                XAesGcmKey.create(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE_NO_PREFIX, secret(key), null));
    }

    /** The first {@code size} bytes of HMAC-SHA256. */
    @AccessesPartialKey
    static byte[] hmac(byte[] key, byte[] data, int size) {
        try {
            return PrfHmacJce.create(HmacPrfKey.builder()
                            .setParameters(HMAC)
                            .setKeyBytes(secret(key))
                            .build())
                    .compute(data, size);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HMAC-SHA256", e);
        }
    }

    private static SecretBytes secret(byte[] key) {
        return SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
    }

    private static AesGcmParameters gcm() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_SIZE)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks AES-256-GCM", e);
        }
    }

    private static HmacPrfParameters hmac() {
        try {
            return HmacPrfParameters.builder()
                    .setKeySizeBytes(KEY_SIZE)
                    .setHashType(HmacPrfParameters.HashType.SHA256)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HMAC-SHA256", e);
        }
    }
}
