package confidant.core.sharing;

import confidant.core.BadRequest;
import confidant.core.sharing.Sharing.NewPiece;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Set;

/** What a piece of the library may look like. */
final class PieceForm {
    private static final int TITLE = 120;
    private static final int BODY = 4000;
    private static final int URL = 2000;
    private static final int PICTURE = 200 * 1024;
    private static final Set<String> TYPES = Set.of("text", "link", "picture");

    private PieceForm() {}

    /** @throws BadRequest with what is wrong, if anything is */
    static void check(NewPiece piece, Instant now) {
        String title = piece.title().strip();
        require(!title.isEmpty() && title.length() <= TITLE, "a title has 1 to 120 characters");
        require(TYPES.contains(piece.type()), "a piece is a text, a link or a picture");
        require(piece.body().length() <= BODY, "a body has at most 4000 characters");
        require(!piece.type().equals("text") || !piece.body().isBlank(), "a text needs a body");
        require(piece.type().equals("link") == !piece.url().isEmpty(), "a link, and only a link, has an address");
        require(piece.url().isEmpty() || https(piece.url()), "an address begins with https:// and names a host");
        boolean picture = piece.type().equals("picture");
        require(picture == (piece.picture().length > 0), "a picture, and only a picture, has a file");
        require(!picture || piece.picture().length <= PICTURE, "a picture has at most 200 KB");
        require(!picture || known(piece.picture()), "a picture is a PNG, JPEG or WebP file");
        require(piece.expires().isAfter(now), "a piece ends in the future");
    }

    private static boolean https(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= URL
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // The first bytes say what it is; names and types that somebody claims do not.
    private static boolean known(byte[] file) {
        return begins(file, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)
                || begins(file, 0, 0xff, 0xd8, 0xff)
                || (begins(file, 0, 'R', 'I', 'F', 'F') && begins(file, 8, 'W', 'E', 'B', 'P'));
    }

    private static boolean begins(byte[] file, int from, int... bytes) {
        if (file.length < from + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[from + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new BadRequest(sentence);
        }
    }
}
