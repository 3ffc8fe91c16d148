package confidant.vault;

import com.google.crypto.tink.subtle.StreamSegmentEncrypter;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Seals one file part by part: streaming AES-256-GCM with a key derived for each file by HKDF (Tink's AES256_GCM_HKDF in
 * segments of 64 KiB). The parts must be sealed in their order; none can be dropped, moved, repeated or taken from another
 * file without being noticed, nor can the end be cut off. For one thread at a time; about 0.1 ms of CPU a part.
 */
public final class FileSealer {
    /** Size of a sealed part in bytes; the last may be smaller. */
    public static final int PART = 64 * 1024;

    private final StreamSegmentEncrypter stream;
    private int next;
    private boolean ended;

    FileSealer(FileKey key) {
        byte[] derived = key.derive(FileStream.KEY);
        this.stream = KeyBytes.wiping(derived, raw -> {
            try {
                StreamSegmentEncrypter made = FileStream.of(raw).newStreamSegmentEncrypter(key.bound(FileStream.BOUND));
                return made;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java runtime lacks AES-256-GCM", e);
            }
        });
    }

    /** How many plain bytes part {@code no} (from 0) holds; the first a little fewer, the last as many as are left. */
    public static int plainSize(int no) {
        return PART - FileStream.TAG - (no == 0 ? FileStream.HEADER : 0);
    }

    /** How many parts {@code size} plain bytes make; an empty file is one part. */
    public static int parts(long size) {
        long left = size - plainSize(0);
        return left <= 0 ? 1 : Math.toIntExact(1 + (left + plainSize(1) - 1) / plainSize(1));
    }

    /**
     * The next part.
     *
     * @param plain {@link #plainSize} bytes, in the last part at most so many
     * @throws IllegalStateException after the last part
     */
    public byte[] next(ByteBuffer plain, boolean last) {
        if (ended) {
            throw new IllegalStateException("the file has ended");
        }
        int most = plainSize(next);
        if (plain.remaining() > most || (!last && plain.remaining() < most)) {
            throw new IllegalArgumentException("a part before the last is full, and none is more than full");
        }
        ByteBuffer out = ByteBuffer.allocate(plain.remaining() + PART - most);
        try {
            if (next == 0) {
                out.put(stream.getHeader());
            }
            stream.encryptSegment(plain, last, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a part could not be sealed", e);
        }
        next++;
        ended = last;
        return out.array();
    }
}
