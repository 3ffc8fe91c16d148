package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The officer filters the entries and takes them away as files, after the passkey. */
class EntryExportWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void officer_takesTheFilteredEntriesAway_afterThePasskey(Screen screen) throws IOException {
        Guest client = people.guest(Lang.EN, Purpose.GREETING);
        people.writes(client, "hello");
        String pseudonym = house.running.rooms().auditing().pseudonym(client.client());
        try (Visit officer = people.officer(screen)) {
            officer.at("filter-pseudonym").fill(pseudonym);
            officer.at("filter-purpose").fill("greeting");
            officer.at("filter-role").selectOption("client");
            Locator rows = officer.at("entries")
                    .locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(pseudonym.substring(0, 12)));
            // What was just done stands in the log a moment later.
            officer.page.waitForCondition(() -> {
                officer.at("filter-show").click();
                return rows.count() > 0
                        && officer.at("entries").locator("tbody tr").count() == rows.count();
            });
            assertThat(rows).hasCount(1);
            officer.at("file-csv").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("files");

            Download csv = officer.page.waitForDownload(() -> {
                officer.at("file-csv").click();
                officer.at("step-up-use").click();
            });
            List<String> lines = Files.readAllLines(saved(csv, "entries.csv"));
            org.assertj.core.api.Assertions.assertThat(lines).hasSize(3);
            org.assertj.core.api.Assertions.assertThat(lines.get(1)).contains(",consent,", ",greeting,");
            org.assertj.core.api.Assertions.assertThat(lines.get(2)).startsWith("# complete: 1 entries");

            Download linked =
                    officer.page.waitForDownload(() -> officer.at("file-jsonld").click());
            org.assertj.core.api.Assertions.assertThat(Files.readString(saved(linked, "entries.jsonld")))
                    .contains("\"complete\":true", "dpv:CustomerRelationshipManagement");
        }
    }

    private Path saved(Download download, String name) {
        Path file = folder.resolve(name);
        download.saveAs(file);
        return file;
    }
}
