package confidant.media;

import confidant.core.port.Cleaner;
import confidant.model.Personal;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Cleans JPEG, PNG, WebP and GIF pictures without a change to a pixel, and MP4 and QuickTime films; leaves other files as
 * they are. Immutable and
 * thread-safe; takes about three times the memory of the file. Whatever the bytes are, a call ends, in time that grows with
 * their number, and throws nothing.
 */
public final class MediaCleaner implements Cleaner {
    private static final Map<String, Form> FORMS = Map.of(
            "image/jpeg", new Jpeg(),
            "image/png", new Png(),
            "image/webp", new Webp(),
            "image/gif", new Gif(),
            "video/mp4", new Film(),
            "video/quicktime", new Film(),
            "video/3gpp", new Film(),
            "audio/mp4", new Film());

    private final Types types = new Types();

    @Override
    public Clean clean(Personal<String> name, byte[] bytes) {
        return clean(types.of(bytes), name, bytes);
    }

    /** As if the first bytes had shown this type. */
    Clean clean(String shown, Personal<String> name, byte[] bytes) {
        Form form = FORMS.get(shown);
        if (form == null) {
            return new Clean(named(name, shown), shown, bytes);
        }
        // A form may add one small block; the rest only shrinks.
        byte[] room = new byte[bytes.length + Form.MOST_ADDED];
        try {
            ByteBuffer out = ByteBuffer.wrap(room);
            form.copy(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), out);
            return new Clean(named(name, shown), shown, Arrays.copyOf(room, out.position()));
        } catch (BufferUnderflowException | BufferOverflowException | NotThisForm e) {
            return new Clean(named(name, Types.UNKNOWN), Types.UNKNOWN, bytes);
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }

    private Personal<String> named(Personal<String> name, String type) {
        return Personal.of(FileNames.clean(name.reveal(), type, types.extension(type)));
    }
}
