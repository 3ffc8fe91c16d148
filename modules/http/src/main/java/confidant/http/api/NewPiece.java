package confidant.http.api;

import confidant.core.BadRequest;
import confidant.core.sharing.Sharing;
import confidant.model.Lang;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece for the library as the desk sends it. */
public record NewPiece(
        String title,
        String language,
        String type,
        String body,
        @Nullable String url,
        @Nullable String pictureDataUrl,
        String expires) {
    private static final int MOST = 200 * 1024;

    /** The first bytes of the formats that are taken; what a data URL claims is not believed. */
    private static final Map<String, byte[]> SIGNS = Map.of(
            "png", new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            "jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            "webp", new byte[] {'R', 'I', 'F', 'F'});

    /**
     * @throws BadRequest if a link has no address, a picture no bytes of its format, or the end is not a time
     */
    public Sharing.NewPiece to() {
        boolean link = type.equals("link");
        if (link && url == null) {
            throw new BadRequest("a link needs an address");
        }
        byte[] picture = type.equals("picture") ? picture(pictureDataUrl) : new byte[0];
        return new Sharing.NewPiece(
                title, Lang.closest(language), type, body, link && url != null ? url : "", picture, time(expires));
    }

    private static byte[] picture(@Nullable String dataUrl) {
        if (dataUrl == null) {
            throw new BadRequest("a picture needs its bytes");
        }
        String format = dataUrl.substring("data:image/".length(), dataUrl.indexOf(';'));
        byte[] sign = SIGNS.getOrDefault(format, new byte[] {0});
        byte[] bytes = decoded(dataUrl.substring(dataUrl.indexOf(',') + 1));
        if (bytes.length > MOST || !Arrays.equals(sign, Arrays.copyOf(bytes, sign.length))) {
            throw new BadRequest("a picture is at most 200 KB of PNG, JPEG or WebP");
        }
        return bytes;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("the picture is not base64");
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("`expires` is not a time in UTC such as 2026-12-31T16:00:00Z");
        }
    }
}
