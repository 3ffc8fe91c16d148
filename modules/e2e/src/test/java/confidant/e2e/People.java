package confidant.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import confidant.core.Answer;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.model.ConciergeId;
import confidant.model.Lang;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.store.HouseStore.Concierge;
import confidant.store.HouseStore.Officer;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Steps that several walks share: a client enters a chat, a concierge or an officer signs in. */
final class People {
    private final OpenHouse house;

    People(OpenHouse house) {
        this.house = house;
    }

    Concierge concierge() {
        return house.running.concierges().stream()
                .filter(one -> one.handle().equals("mei"))
                .findFirst()
                .orElseThrow();
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
        return OpenHouse.done(
                house.running.rooms().reception().openChat(concierge(), lang, ZoneId.of("Asia/Taipei"), ticked, ""));
    }

    /** Opens the chat page and goes past the notice with these boxes ticked. */
    Visit chat(Screen screen, String locale, String... purposes) {
        Visit visit = new Visit(house, screen, locale, "Asia/Taipei");
        visit.page.navigate(house.address("/chat/" + concierge().handle()));
        for (String purpose : purposes) {
            visit.at("consent-" + purpose).check();
        }
        visit.at("start-chat").click();
        PlaywrightAssertions.assertThat(visit.page.locator("cf-chat[data-line=open]"))
                .hasCount(1);
        return visit;
    }

    void say(Visit chat, String text) {
        chat.at("composer").fill(text);
        chat.at("send").click();
        PlaywrightAssertions.assertThat(message(chat, "client", text)).hasCount(1);
    }

    Locator message(Visit visit, String author, String text) {
        return message(visit.page.locator("body"), author, text);
    }

    Locator message(Locator within, String author, String text) {
        return within.locator("[data-seq][data-author=" + author + "]")
                .filter(new Locator.FilterOptions().setHasText(text));
    }

    Visit desk(Screen screen) {
        Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei");
        come(visit, concierge());
        return visit;
    }

    /** Comes to a desk by a link, and leaves the passkey for later where the page asks for one. */
    void come(Visit visit, Concierge concierge) {
        visit.page.navigate(house.running.links().signIn(concierge));
        Locator desk = visit.page.locator(".desk[data-line=open]");
        Locator later = visit.at("make-later");
        PlaywrightAssertions.assertThat(desk.or(later)).hasCount(1);
        if (later.isVisible()) {
            later.click();
        }
        PlaywrightAssertions.assertThat(desk).hasCount(1);
    }

    Visit officer(Screen screen) {
        return officer(screen, house.running.officers().get(0));
    }

    /** At the console, with a passkey: made at the first visit, brought along at later ones. */
    Visit officer(Screen screen, Officer officer) {
        Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei");
        VirtualKey key = new VirtualKey(visit, "internal");
        String whose = officer.id().toString();
        if (house.passkeys.containsKey(whose)) {
            key.take(house.passkeys.get(whose));
        }
        visit.page.navigate(house.running.links().signIn(officer));
        if (!house.passkeys.containsKey(whose)) {
            visit.at("make-first").click();
        }
        PlaywrightAssertions.assertThat(visit.at("checkpoint")).isVisible();
        house.passkeys.put(whose, key.credential());
        return visit;
    }

    /** Somebody new at a desk of their own. */
    Concierge newcomer() {
        String handle = "new-" + Long.toString(System.nanoTime(), 36);
        Concierge newcomer =
                new Concierge(ConciergeId.random(), PoolId.random(), handle, "Robin " + handle, List.of(Lang.EN), 10);
        OpenHouse.done(house.running.stores().house().putConcierge(newcomer));
        return newcomer;
    }

    Officer newOfficer(String name) {
        Officer officer = new Officer(OfficerId.random(), name);
        OpenHouse.done(house.running.stores().house().putOfficer(officer));
        return officer;
    }

    /** Opens the conversation of a client who has written. */
    Locator open(Visit desk, Guest client) {
        desk.at("row-" + client.client()).click();
        Locator pane = desk.at("pane-" + client.client());
        PlaywrightAssertions.assertThat(pane).isVisible();
        return pane;
    }

    /** The client who has begun to wait last, as the house knows them. */
    Guest lastWriter() {
        return OpenHouse.done(house.running.rooms().conversations().inbox(desk(), "", 100)).rows().stream()
                .filter(row -> row.waitingSince().isPresent())
                .max(Comparator.comparing(row -> row.waitingSince().orElseThrow()))
                .map(row -> new Guest(desk().pool(), row.client()))
                .orElseThrow();
    }

    /** Shows the client's card: beside the conversation, on a phone as a sheet. */
    void card(Visit desk, Screen screen) {
        if (screen.phone() && !desk.at("card").isVisible()) {
            desk.at("show-card").click();
        }
        PlaywrightAssertions.assertThat(desk.at("brief")).isVisible();
    }

    /** A client without a browser writes. */
    void writes(Guest client, String text) {
        OpenHouse.done(
                house.running.rooms().reception().say(client, Long.toString(System.nanoTime(), 36), Personal.of(text)));
    }

    /** The concierge notes something, which policy lets them. */
    void tagged(Guest client, String kind, String value, Purpose purpose) {
        Answer<?> answer = OpenHouse.done(
                house.running.rooms().tagging().tag(desk(), client.client(), kind, Personal.of(value), purpose));
        org.assertj.core.api.Assertions.assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    void reply(Locator pane, String text) {
        pane.getByTestId("composer").fill(text);
        pane.getByTestId("send").click();
        pane.getByTestId("send-now").click();
    }
}
