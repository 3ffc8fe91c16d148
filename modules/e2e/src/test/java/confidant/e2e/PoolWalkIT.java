package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Answer;
import confidant.core.Guest;
import confidant.core.conversation.Conversations.Line;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps 7 to 9: segments, greetings, shares. */
class PoolWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void segment_showsItsSizeBeforeAndAfterConsent(Screen screen) {
        try (Visit desk = people.desk(screen)) {
            desk.at("section-pool").click();
            desk.at("add-condition").click();
            desk.at("condition-0-from").fill("20");
            desk.at("condition-0-to").fill("60");
            assertThat(desk.at("count-before")).hasText(Pattern.compile("[1-9][0-9]*"));
            int before = Integer.parseInt(desk.at("count-before").innerText());
            int after = Integer.parseInt(desk.at("count-after").innerText());
            org.assertj.core.api.Assertions.assertThat(after).isBetween(1, before);
            assertThat(desk.at("segment-rows").locator("li").first()).isVisible();
            desk.accessible();
            desk.picture("segment");
        }
    }

    @ParameterizedTest
    @EnumSource
    void today_listsTheGreetingsOfTheDay(Screen screen) {
        try (Visit desk = people.desk(screen)) {
            desk.at("section-today").click();
            assertThat(desk.at("today")).isVisible();
            assertThat(desk.at("greeting").first()).isVisible();
            desk.accessible();
            desk.picture("today");
        }
    }

    @ParameterizedTest
    @EnumSource
    void share_goesToThoseWhoAgreed_andSaysWhyOthersDoNotGetIt(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.SHARING);
        Answer<?> tagged = OpenHouse.done(house.running
                .rooms()
                .tagging()
                .tag(people.desk(), client.client(), "likes", Personal.of("pottery " + screen), Purpose.SHARING));
        org.assertj.core.api.Assertions.assertThat(tagged).isInstanceOf(Answer.Done.class);
        try (Visit desk = people.desk(screen)) {
            desk.at("section-library").click();
            desk.at("new-piece").click();
            desk.at("piece-type-text").check();
            desk.at("piece-name").fill("Autumn pottery " + screen);
            desk.at("piece-body").fill("Three new bowls have come out of the kiln.");
            desk.accessible();
            desk.at("piece-save").click();
            Locator piece = desk.page
                    .locator("[data-testid^=piece-].piece-card")
                    .filter(new Locator.FilterOptions().setHasText("Autumn pottery " + screen));
            piece.getByTestId("share").click();
            assertThat(desk.at("share-gets")).isVisible();
            assertThat(desk.at("share-dropped")).isVisible();
            desk.accessible();
            desk.picture("share");
            if (desk.at("share-send").isEnabled()) {
                desk.at("share-send").click();
                assertThat(desk.at("share-progress")).isVisible();
            }
        }
    }

    /** The words of a line, for tests that look behind the page. */
    static String words(Line line) {
        return line.text().map(Personal::reveal).orElse("");
    }
}
