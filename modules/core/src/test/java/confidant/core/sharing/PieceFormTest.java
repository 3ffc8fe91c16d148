package confidant.core.sharing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import confidant.core.BadRequest;
import confidant.core.sharing.Sharing.NewPiece;
import confidant.model.Lang;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceFormTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final byte[] NONE = new byte[0];
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};
    private static final byte[] WEBP = {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P'};

    private static NewPiece piece(String title, String type, String body, String url, byte[] picture) {
        return new NewPiece(title, Lang.ZH_HANT, type, body, url, picture, NOW.plusSeconds(1));
    }

    private static void taken(NewPiece piece) {
        assertThatCode(() -> PieceForm.check(piece, NOW)).doesNotThrowAnyException();
    }

    private static void refused(NewPiece piece) {
        assertThatThrownBy(() -> PieceForm.check(piece, NOW)).isInstanceOf(BadRequest.class);
    }

    @Test
    void wholePieces_areTaken() {
        taken(piece("茶".repeat(120), "text", "b".repeat(4000), "", NONE));
        taken(piece("t", "link", "", "https://house.example/a?b=c", NONE));
        taken(piece("t", "picture", "", "", PNG));
        taken(piece("t", "picture", "", "", JPEG));
        taken(piece("t", "picture", "", "", WEBP));
        taken(piece("t", "picture", "", "", Arrays.copyOf(PNG, 200 * 1024)));
    }

    @Test
    void titleAndBody_haveBounds() {
        refused(piece(" ", "text", "b", "", NONE));
        refused(piece("t".repeat(121), "text", "b", "", NONE));
        refused(piece("t", "text", " ", "", NONE));
        refused(piece("t", "text", "b".repeat(4001), "", NONE));
        refused(piece("t", "film", "b", "", NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://house.example",
                "javascript:alert(1)",
                "https:///nohost",
                "https://a b",
                "ftp://house.example",
                "https://somebody@house.example"
            })
    void link_isHttpsWithAHost(String url) {
        refused(piece("t", "link", "b", url, NONE));
    }

    @Test
    void picture_isWhatItsFirstBytesSay() {
        refused(piece("t", "picture", "", "", NONE));
        refused(piece("t", "picture", "", "", new byte[] {'<', 's', 'v', 'g', '>'}));
        refused(piece("t", "picture", "", "", Arrays.copyOf(WEBP, 11)));
        refused(piece("t", "picture", "", "", Arrays.copyOf(PNG, 200 * 1024 + 1)));
        refused(piece("t", "text", "b", "", PNG));
    }

    @Test
    void end_liesInTheFuture() {
        refused(new NewPiece("t", Lang.EN, "text", "b", "", NONE, NOW));
    }
}
