package confidant.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Tells the media type from the first bytes. What a browser might run as a page or script has none. */
final class Types {
    static final String UNKNOWN = "application/octet-stream";

    /** Signs of all forms that matter lie within them. */
    private static final int LOOKED_AT = 1_024;

    private static final Set<String> DOCUMENTS = Set.of("application/pdf", "application/zip", "text/plain");
    private static final Set<String> SHOWN = Set.of("image", "audio", "video");

    /** Where the library's first choice is a rare one. */
    private static final Map<String, String> COMMON = Map.of("audio/mp4", ".m4a", "video/quicktime", ".mov");

    private final MimeTypes all = MimeTypes.getDefaultMimeTypes();

    String of(byte[] bytes) {
        if (bytes.length == 0 || marked(bytes)) {
            return UNKNOWN;
        }
        try {
            ByteArrayInputStream first = new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, LOOKED_AT));
            String found = all.detect(first, new Metadata()).getBaseType().toString();
            return known(found) ? plain(found, bytes) : UNKNOWN;
        } catch (IOException | RuntimeException e) {
            return UNKNOWN;
        }
    }

    /** Whether the first sign that is no space opens a tag: pages, drawings that may hold scripts, and their like. */
    private static boolean marked(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            int sign = bytes[i] & 0xFF;
            // Marks of how the text is encoded, and half signs of two bytes.
            boolean before = sign <= ' ' || sign == 0xEF || sign == 0xBB || sign == 0xBF || sign >= 0xFE;
            if (!before) {
                return sign == '<';
            }
        }
        return false;
    }

    /** Only what is named here passes, so that a type that is new tomorrow does not. */
    private static boolean known(String type) {
        return DOCUMENTS.contains(type)
                || (SHOWN.contains(type.substring(0, type.indexOf('/'))) && !type.contains("xml"));
    }

    /** What most programs call it: films of any brand but QuickTime's own are MP4. */
    private static String plain(String type, byte[] bytes) {
        boolean film = type.equals("video/x-m4v") || type.equals("video/quicktime");
        boolean quick = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1).endsWith("qt  ");
        return film && !quick ? "video/mp4" : type;
    }

    /** With its dot. */
    String extension(String type) {
        String common = COMMON.get(type);
        if (common != null) {
            return common;
        }
        try {
            String usual = all.getRegisteredMimeType(type) == null
                    ? ""
                    : all.getRegisteredMimeType(type).getExtension();
            return usual.isEmpty() ? ".bin" : usual;
        } catch (MimeTypeException e) {
            return ".bin";
        }
    }
}
