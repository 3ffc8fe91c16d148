package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.core.audit.EntryText;
import confidant.model.Actor;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Precision;
import confidant.store.LedgerStore.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Withdrawn but sent: none in the last month, and the one of two months ago that a test planted is shown. */
class SendCheckWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void officer_seesThatThereIsNone_andTheOneThatThereIs(Screen screen) {
        Guest client = people.guest(Lang.EN);
        String pseudonym = house.running.rooms().auditing().pseudonym(client.client());
        plant(pseudonym);
        try (Visit officer = people.officer(screen)) {
            officer.at("sends-days").selectOption("30");
            officer.at("sends-show").click();
            assertThat(officer.at("sends-verdict")).hasAttribute("data-sign", "good");
            assertThat(officer.at("sends-looked")).containsText("Looked through");
            officer.at("sends-verdict").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("sends-none");

            officer.at("sends-days").selectOption("90");
            Locator row = officer.at("sends")
                    .locator("tr")
                    .filter(new Locator.FilterOptions().setHasText(pseudonym.substring(0, 12)));
            // What was just planted stands in the log a moment later.
            officer.page.waitForCondition(() -> {
                // Each question takes the place of the one before: the next is for when it was answered.
                officer.page.waitForResponse(
                        answer -> answer.url().contains("/audit/sends"),
                        () -> officer.at("sends-show").click());
                return row.count() > 0;
            });
            assertThat(officer.at("sends-verdict")).hasAttribute("data-sign", "bad");
            assertThat(row).containsText("Greetings on your days");
            assertThat(row).hasAttribute("data-stopped", "no");
            officer.at("sends-verdict").scrollIntoViewIfNeeded();
            officer.accessible();
            officer.picture("sends-found");
        }
    }

    private void plant(String pseudonym) {
        Instant now = Instant.ofEpochMilli(house.clock.millis());
        byte[] line = EntryText.write(new LedgerEvent(
                now.minus(Duration.ofDays(60)),
                "send",
                Actor.scheduler(),
                pseudonym,
                "greeting",
                "scheduler-sends-greeting",
                "",
                List.of("message"),
                Precision.EXACT,
                1,
                ""));
        long bucket = Math.floorDiv(now.getEpochSecond(), 10);
        OpenHouse.done(house.running.stores().ledger().append(new Waiting(bucket, "planted-" + pseudonym, line)));
    }
}
