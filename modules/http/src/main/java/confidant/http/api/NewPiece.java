package confidant.http.api;

import confidant.core.BadRequest;
import confidant.core.sharing.Sharing;
import confidant.model.Lang;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
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

    /**
     * @throws BadRequest if the picture is not base64 or the end not a time; what a piece must have, the room itself checks
     */
    public Sharing.NewPiece to() {
        boolean link = type.equals("link");
        boolean picture = type.equals("picture");
        return new Sharing.NewPiece(
                title,
                Lang.closest(language),
                type,
                body,
                link && url != null ? url : "",
                picture && pictureDataUrl != null ? decoded(pictureDataUrl) : new byte[0],
                time(expires));
    }

    private static byte[] decoded(String dataUrl) {
        try {
            return Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
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
