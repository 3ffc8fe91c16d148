package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.model.Lang;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 9: a piece of content goes to those who agreed to it. */
class ShareWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void share_reachesThoseWhoAgreed_saysWhyOthersDoNotGetIt_andNeverTwice(Screen screen) {
        String title = screen.phone() ? "Winter tea, first harvest" : "Autumn pottery from the hills";
        String words = screen.phone() ? "The first tins are in." : "Three new bowls have come out of the kiln.";
        people.guest(Lang.EN);
        try (Visit chat = people.chat(screen, "en-GB", "sharing");
                Visit desk = people.desk(screen)) {
            desk.at("section-library").click();
            write(desk, title, words);
            Locator piece = desk.page
                    .locator("[data-testid^=piece-].piece-card")
                    .filter(new Locator.FilterOptions().setHasText(title));
            piece.getByTestId("share").click();
            assertThat(desk.at("share-gets")).hasText(Pattern.compile("[1-9][0-9]*"));
            assertThat(desk.at("share-dropped").locator(".chip[data-rule=consent-needed] .count"))
                    .hasText(Pattern.compile("[1-9][0-9]*"));
            desk.accessible();
            desk.picture("share");
            String gets = desk.at("share-gets").innerText();
            desk.at("share-send").click();
            assertThat(desk.at("share-progress")).containsText(gets + " sent");
            Locator arrived = people.message(chat, "concierge", words).or(people.message(chat, "house", words));
            assertThat(arrived).hasCount(1);
            chat.accessible();
            chat.picture("shared");
            desk.accessible();
            desk.picture("progress");

            piece.getByTestId("share").click();
            assertThat(desk.at("share-gets")).hasText("0");
            assertThat(desk.at("share-send")).isDisabled();
            assertThat(desk.at("share-dropped").locator(".chip[data-rule=already-shared] .count"))
                    .hasText(Pattern.compile("[1-9][0-9]*"));
            desk.picture("shared-before");
            chat.page.reload();
            assertThat(arrived).hasCount(1);
        }
    }

    private static void write(Visit desk, String title, String words) {
        desk.at("new-piece").click();
        desk.at("piece-type-text").check();
        desk.at("piece-name").fill(title);
        desk.at("piece-body").fill(words);
        desk.accessible();
        desk.picture("piece");
        desk.at("piece-save").click();
    }
}
