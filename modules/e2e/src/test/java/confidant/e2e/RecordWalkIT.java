package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The officer reads the record of processing, in their language, and takes it away. */
class RecordWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void officer_readsTheRecord_andTakesItAway(Screen screen) throws IOException {
        try (Visit officer = people.officer(screen)) {
            officer.at("record-show").click();
            assertThat(officer.at("record"))
                    .containsText(house.running.rooms().policy().hash());
            Locator greeting = officer.at("record-greeting");
            greeting.locator("summary").click();
            assertThat(greeting.locator("tr[data-class=birthday]")).containsText("730 days");
            assertThat(greeting).containsText("over line");
            assertThat(officer.at("record-not-stated")).containsText("Transfers to other countries");
            greeting.scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("record");

            officer.at("language").selectOption("zh-Hant");
            assertThat(officer.at("record-not-stated")).containsText("跨境傳輸");
            officer.at("language").selectOption("en");
            assertThat(officer.at("record-not-stated")).containsText("Transfers to other countries");

            Download page = officer.page.waitForDownload(() -> {
                officer.at("record-html").click();
                officer.at("step-up-use").click();
            });
            Path file = folder.resolve("record.html");
            page.saveAs(file);
            org.assertj.core.api.Assertions.assertThat(Files.readString(file))
                    .contains("<html lang=\"en\">", "Greetings on your days", "Fingerprint of the rules");
        }
    }
}
