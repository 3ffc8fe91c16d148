package confidant.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import confidant.store.HouseStore.Concierge;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Steps that several walks share: a client enters a chat, a concierge or an officer signs in. */
final class People {
    private final OpenHouse house;

    People(OpenHouse house) {
        this.house = house;
    }

    Concierge concierge() {
        return house.running.concierges().get(0);
    }

    Desk desk() {
        return new Desk(concierge().id(), concierge().pool());
    }

    /** A client on the web chat who agreed to {@code purposes}, without a browser. */
    Guest guest(Lang lang, Purpose... purposes) {
        Map<Purpose, Boolean> ticked = new HashMap<>();
        for (Purpose purpose : purposes) {
            ticked.put(purpose, true);
        }
        return OpenHouse.done(house.running
                .rooms()
                .reception()
                .openChat(concierge(), lang, ZoneId.of("Asia/Taipei"), ticked, ""));
    }

    /** Opens the chat page and goes past the notice with these boxes ticked. */
    Visit chat(Screen screen, String locale, String... purposes) {
        Visit visit = new Visit(house, screen, locale, "Asia/Taipei");
        visit.page.navigate(house.address("/chat/" + concierge().handle()));
        for (String purpose : purposes) {
            visit.at("consent-" + purpose).check();
        }
        visit.at("start-chat").click();
        PlaywrightAssertions.assertThat(visit.page.locator("cf-chat[data-line=open]")).hasCount(1);
        // Nobody has a session before the notice, and the browser says so.
        visit.expected("401");
        return visit;
    }

    void say(Visit chat, String text) {
        chat.at("composer").fill(text);
        chat.at("send").click();
        PlaywrightAssertions.assertThat(message(chat, "client", text)).hasCount(1);
    }

    Locator message(Visit visit, String author, String text) {
        return visit.page
                .locator("[data-seq][data-author=" + author + "]")
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    Visit desk(Screen screen) {
        Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei");
        visit.page.navigate(house.running.links().signIn(concierge()));
        PlaywrightAssertions.assertThat(visit.page.locator(".desk[data-line=open]")).hasCount(1);
        visit.expected("401");
        return visit;
    }

    Visit officer(Screen screen) {
        Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei");
        visit.page.navigate(house.running.links().signIn(house.running.officers().get(0)));
        PlaywrightAssertions.assertThat(visit.at("checkpoint")).isVisible();
        visit.expected("401");
        return visit;
    }

    /** Opens the conversation of a client who has just written. */
    Locator open(Visit desk, Guest client) {
        desk.at("row-" + client.client()).click();
        Locator pane = desk.at("pane-" + client.client());
        PlaywrightAssertions.assertThat(pane).isVisible();
        return pane;
    }

    void reply(Locator pane, String text) {
        pane.getByTestId("composer").fill(text);
        pane.getByTestId("send").click();
        pane.getByTestId("send-now").click();
    }
}
