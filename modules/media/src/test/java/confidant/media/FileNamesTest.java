package confidant.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FileNamesTest {

    @Test
    void folders_areLeftOut() {
        assertThat(clean("/etc/passwd")).isEqualTo("passwd");
        assertThat(clean("..\\..\\C:\\menu.pdf")).isEqualTo("menu.pdf");
        assertThat(clean("a/b\\c.txt")).isEqualTo("c.txt");
    }

    @Test
    void signsThatNobodySees_areLeftOut() {
        assertThat(clean("bill\u202Efdp.exe")).isEqualTo("billfdp.exe");
        assertThat(clean("a\r\nSet-Cookie: b\u0000\u0007.txt")).isEqualTo("aSet-Cookie: b.txt");
        assertThat(clean("\u2066menu\u2069\u200F\u2028.pdf")).isEqualTo("menu.pdf");
        assertThat(clean("half \uD83C.png")).isEqualTo("half .png");
    }

    @Test
    void wordsOfAllLanguages_stay_inOneForm() {
        assertThat(clean("婚禮 菜單.pdf")).isEqualTo("婚禮 菜單.pdf");
        assertThat(clean("e\u0301te\u0301.jpg")).isEqualTo("\u00E9t\u00E9.jpg");
        assertThat(clean("👩\u200D🍳.png")).isEqualTo("👩\u200D🍳.png");
    }

    @Test
    void whatIsNoName_becomesANeutralOne() {
        for (String none : new String[] {"", " ", ".", "..", "folder/", "\u202E", "\u3000.\u3000"}) {
            assertThat(clean(none)).as(none).isEqualTo("picture.jpg");
        }
        assertThat(clean(".hidden")).isEqualTo("hidden");
        assertThat(clean("menu.pdf. ")).isEqualTo("menu.pdf");
    }

    @Test
    void longName_isCut_andKeepsItsExtension() {
        assertThat(clean("字".repeat(300) + ".jpeg")).isEqualTo("字".repeat(115) + ".jpeg");
        assertThat(clean("🎂".repeat(300))).isEqualTo("🎂".repeat(120));
        assertThat(clean("a." + "b".repeat(300))).hasSize(120);
        assertThat(clean("a".repeat(1_000_000) + ".pdf")).hasSize(120).endsWith("a.pdf");
        assertThat(clean("c".repeat(120))).isEqualTo("c".repeat(120));
    }

    private static String clean(String name) {
        return FileNames.clean(name, "image/jpeg", ".jpg");
    }
}
