package confidant.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.security.GeneralSecurityException;

/** What sealer and opener of files have in common. */
final class FileStream {
    static final String KEY = "confidant/file-stream/v1";
    static final String BOUND = "confidant/file/v1";
    static final int TAG = 16;
    /** Its own length, the salt of the derived key and the beginning of the nonces. */
    static final int HEADER = 1 + Ciphers.KEY_SIZE + 7;

    private FileStream() {}

    @AccessesPartialKey
    static AesGcmHkdfStreaming of(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", Ciphers.KEY_SIZE, FileSealer.PART, 0);
    }
}
