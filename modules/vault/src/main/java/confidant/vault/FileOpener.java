package confidant.vault;

import com.google.crypto.tink.subtle.StreamSegmentDecrypter;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Opens what {@link FileSealer} sealed, part by part and in any order. For one thread at a time. */
public final class FileOpener {
    private final StreamSegmentDecrypter stream;
    private final int parts;

    FileOpener(FileKey key, byte[] first, int parts) {
        this.parts = parts;
        byte[] derived = key.derive(FileStream.KEY);
        this.stream = KeyBytes.wiping(derived, raw -> {
            try {
                StreamSegmentDecrypter made = FileStream.of(raw).newStreamSegmentDecrypter();
                made.init(ByteBuffer.wrap(first, 0, FileStream.HEADER), key.bound(FileStream.BOUND));
                return made;
            } catch (GeneralSecurityException | IndexOutOfBoundsException e) {
                throw new VaultRefused("the first part has no whole beginning");
            }
        });
    }

    /**
     * The plain bytes of part {@code no}, counted from 0.
     *
     * @throws VaultRefused if it is not that part of this file, or if the file has another number of parts
     */
    public byte[] part(int no, byte[] sealed) {
        int header = no == 0 ? FileStream.HEADER : 0;
        int size = sealed.length - header - FileStream.TAG;
        if (size < 0 || sealed.length > FileSealer.PART) {
            throw new VaultRefused("the part has no size that parts have");
        }
        ByteBuffer plain = ByteBuffer.allocate(size);
        try {
            stream.decryptSegment(ByteBuffer.wrap(sealed, header, sealed.length - header), no, no == parts - 1, plain);
        } catch (GeneralSecurityException e) {
            // The cause is dropped on purpose: what failed inside a cipher is nobody's business.
            throw new VaultRefused("the part does not open here");
        }
        return plain.array();
    }
}
