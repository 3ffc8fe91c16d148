package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.ledger.BundleReport;
import confidant.ledger.BundleVerifier;
import confidant.ledger.NoteVerifier;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 11: the officer audits without reading a word. */
class OfficerWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void officer_readsAComplaint_andSeesToIt(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.GREETING);
        String words = "they wrote to my brother " + screen;
        OpenHouse.done(house.running.rooms().reception().say(client, "m1", Personal.of("complaint: " + words)));
        try (Visit officer = people.officer(screen)) {
            Locator row = officer.at("complaints").locator("tr").filter(new Locator.FilterOptions().setHasText(words));
            assertThat(row).isVisible();
            officer.accessible();
            officer.picture("complaint");
            row.locator("[data-testid=close-complaint]").click();
            officer.at("step-up-use").click();
            assertThat(officer.page.getByText(words)).hasCount(0);
            officer.expected("403");
        }
    }

    @ParameterizedTest
    @EnumSource
    void officer_seesConsentReadsAndSends_andTheBundleVerifies(Screen screen) throws IOException {
        Guest client = people.guest(Lang.EN, Purpose.GREETING);
        String secret = "only-for-the-concierge-" + screen;
        OpenHouse.done(house.running.rooms().reception().say(client, "m1", Personal.of(secret)));
        OpenHouse.done(house.running.rooms().conversations().after(people.desk(), client.client(), 0, 10));
        String pseudonym = house.running.rooms().auditing().pseudonym(client.client());
        try (Visit officer = people.officer(screen)) {
            officer.at("filter-pseudonym").fill(pseudonym);
            // What was just done stands in the log a moment later, so the officer asks until it does.
            officer.page.waitForCondition(() -> {
                officer.at("filter-show").click();
                return Stream.of("consent", "read", "send")
                        .allMatch(event -> officer.at("entries")
                                        .locator("[data-event=" + event + "]")
                                        // Those of everybody stand there until the answer comes.
                                        .filter(new Locator.FilterOptions().setHasText(pseudonym.substring(0, 12)))
                                        .count()
                                > 0);
            });
            assertThat(officer.at("entries").locator("[data-event=consent]").first())
                    .isVisible();
            assertThat(officer.at("entries").locator("[data-event=read]").first())
                    .containsText("concierge");
            assertThat(officer.at("entries").locator("[data-event=send]").first())
                    .isVisible();
            assertThat(officer.page.locator("body")).not().containsText(secret);
            officer.at("entries").scrollIntoViewIfNeeded();
            officer.picture("entries");
            officer.at("pseudonyms")
                    .locator("tr:has(.badge[data-status=given]):has(.badge[data-status=refused]) button")
                    .first()
                    .click();
            assertThat(officer.at("consent-events")).isVisible();
            officer.page.evaluate("window.scrollTo(0, 0)");
            officer.accessible();
            officer.picture("officer");
            // The page is long; its parts are links, and a part that was gone to has the keyboard.
            Locator parts = officer.at("contents").locator("a");
            org.assertj.core.api.Assertions.assertThat(parts.count()).isGreaterThan(12);
            String last = parts.last().textContent();
            parts.last().press("Enter");
            assertThat(officer.page.locator("h2:focus")).hasText(last);
            assertThat(officer.page.locator("h2:focus")).isInViewport();

            // What leaves the house asks for the passkey.
            Download download = officer.page.waitForDownload(() -> {
                officer.at("bundle").click();
                officer.at("step-up-use").click();
            });
            Path bundle = folder.resolve("bundle.zip");
            download.saveAs(bundle);
            List<NoteVerifier> key =
                    List.of(NoteVerifier.parse(house.running.rooms().auditing().key()));
            org.assertj.core.api.Assertions.assertThat(
                            BundleVerifier.verify(bundle, key).ok())
                    .isTrue();

            byte[] bytes = Files.readAllBytes(bundle);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"event\":\"consent\"");
            bytes[at + 10] ^= 1;
            Files.write(bundle, bytes);
            BundleReport changed = BundleVerifier.verify(bundle, key);
            org.assertj.core.api.Assertions.assertThat(changed.ok()).isFalse();
            org.assertj.core.api.Assertions.assertThat(changed.firstBadEntry()).isPresent();
        }
    }
}
