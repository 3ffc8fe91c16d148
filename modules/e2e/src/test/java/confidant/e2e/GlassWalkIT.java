package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.HouseStore.Concierge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A concierge breaks glass: sees the year, the client is told, an officer reviews. */
class GlassWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void concierge_seesTheYear_theClientIsTold_andTheOfficerReviews(Screen screen) {
        Concierge robin = people.newcomer();
        String why = "the airline wants it, asked on the " + screen;
        try (Visit chat = chat(screen, robin);
                Visit desk = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
            Guest client = born(robin);
            new VirtualKey(desk, "internal");
            desk.page.navigate(house.running.links().signIn(robin));
            desk.at("make-first").click();
            assertThat(desk.page.locator(".desk[data-line=open]")).hasCount(1);
            people.open(desk, client);
            people.card(desk, screen);
            Locator tag = desk.page.locator("[data-kind=birthday]");
            assertThat(tag).not().containsText("1990");
            breakGlass(desk, tag, why);

            assertThat(tag.getByTestId("exact-value")).containsText("1990");
            assertThat(people.message(chat, "house", "can see your \"Birthday\" exactly"))
                    .hasCount(1);
            assertThat(people.message(chat, "house", "complaint:")).hasCount(1);
            desk.accessible();
            tag.scrollIntoViewIfNeeded();
            desk.picture("glass-shown");
            chat.accessible();
            chat.picture("glass-told");
            desk.at("exact-hide").click();
            assertThat(tag.getByTestId("exact-value")).hasCount(0);
            assertThat(tag).not().containsText("1990");
            assertThat(tag.getByTestId("exactly")).isVisible();

            OpenHouse.done(house.running.rooms().auditing().sequence());
            chat.at("privacy-link").click();
            assertThat(chat.page.locator("body")).containsText("A concierge sees exactly what is blunted");
            desk.expected("403");
        }
        review(screen, why);
    }

    private void breakGlass(Visit desk, Locator tag, String why) {
        tag.getByTestId("exactly").click();
        assertThat(desk.at("glass-will")).containsText("The client is told at once");
        desk.accessible();
        desk.picture("glass");
        desk.at("glass-why-booking").check();
        desk.at("glass-words").fill(why);
        desk.at("glass-go").click();
        assertThat(desk.at("step-up")).isVisible();
        desk.at("step-up-cancel").click();
        assertThat(desk.at("glass-refused")).containsText("nothing has happened");
        desk.accessible();
        desk.at("glass-go").click();
        desk.at("step-up-use").click();
    }

    private void review(Screen screen, String why) {
        try (Visit officer = people.officer(screen)) {
            Locator look = officer.at("look")
                    .filter(new Locator.FilterOptions().setHas(officer.at("look-justified")))
                    .last();
            assertThat(look).containsText("Birthday");
            assertThat(look).not().containsText("1990");
            look.getByTestId("look-read").click();
            Locator read = officer.at("look").filter(new Locator.FilterOptions().setHasText(why));
            assertThat(read).hasCount(1);
            officer.accessible();
            read.scrollIntoViewIfNeeded();
            officer.picture("glass-review");
            read.getByTestId("look-justified").click();
            assertThat(officer.at("look-word")).hasText("Your review is noted.");
            assertThat(read).containsText("Justified");
            assertThat(read.getByTestId("look-justified")).hasCount(0);
            officer.accessible();
        }
    }

    private Visit chat(Screen screen, Concierge robin) {
        Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei");
        visit.page.navigate(house.address("/chat/" + robin.handle()));
        visit.at("consent-greeting").check();
        visit.at("start-chat").click();
        assertThat(visit.page.locator("cf-chat[data-line=open]")).hasCount(1);
        people.say(visit, "Could you book the flight to Kyoto for me?");
        return visit;
    }

    private Guest born(Concierge robin) {
        Desk desk = new Desk(robin.id(), robin.pool());
        var rows = OpenHouse.done(house.running.rooms().conversations().inbox(desk, "", 10))
                .rows();
        Guest client = new Guest(robin.pool(), rows.get(0).client());
        OpenHouse.done(house.running
                .rooms()
                .tagging()
                .tag(desk, client.client(), "birthday", Personal.of("1990-03-14"), Purpose.GREETING));
        return client;
    }
}
