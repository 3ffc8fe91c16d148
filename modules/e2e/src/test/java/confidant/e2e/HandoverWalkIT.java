package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.handover.Handovers;
import confidant.model.Lang;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A concierge leaves, and the client chooses who comes next and what goes along. */
class HandoverWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void client_choosesWhoAndWhat_andTheNextConciergeBeginsWithIt(Screen screen) {
        Concierge next = people.newcomer();
        try (Visit chat = people.chat(screen, "en-GB", "personalisation", "sharing");
                Visit desk = people.desk(screen);
                Visit other = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
            people.say(chat, "Could I see the green coat on Friday?");
            people.say(chat, "Just between us: I am leaving the bank in May.");
            Guest client = people.lastWriter();
            people.tagged(client, "likes", "jazz", Purpose.PERSONALISATION);
            people.open(desk, client);
            people.card(desk, screen);
            desk.at("handover-ask").click();
            desk.accessible();
            desk.at("handover-leaving").click();
            assertThat(desk.at("handover")).hasAttribute("data-state", "open");
            desk.at("handover").scrollIntoViewIfNeeded();
            desk.picture("handover-offered");
            desk.closeDialogs();

            assertThat(people.message(chat, "house", next.displayName())).hasCount(1);
            chat.at("privacy-link").click();
            choose(chat, next);
            assertThat(chat.page.getByRole(AriaRole.HEADING).filter(named(next.displayName())))
                    .hasCount(1);
            assertThat(chat.at("purpose-personalisation")).containsText("jazz");
            assertThat(chat.at("purpose-sharing")).hasAttribute("data-status", "deferred");
            chat.accessible();
            chat.picture("handover-letter");

            // The address of before leads on; the chat's session is the same.
            chat.page.navigate(house.address("/chat/" + people.concierge().handle()));
            assertThat(chat.page).hasURL(Pattern.compile("/chat/" + next.handle() + "$"));
            assertThat(people.message(chat, "house", "From now on")).hasCount(1);
            assertThat(people.message(chat, "client", "green coat")).hasCount(1);
            assertThat(chat.page.locator("body")).not().containsText("leaving the bank");
            people.say(chat, "Good morning!");

            people.come(other, next);
            Guest there = successor(client);
            Locator pane = people.open(other, there);
            assertThat(people.message(pane, "client", "Good morning!")).isVisible();
            people.card(other, screen);
            assertThat(other.at("came-from")).containsText(people.concierge().displayName());
            assertThat(other.at("card")).containsText("jazz");
            assertThat(other.page.locator("body")).not().containsText("leaving the bank");
            other.accessible();
            other.picture("handover-arrived");
            other.closeDialogs();

            closed(client);
            if (screen.phone()) {
                desk.at("show-card").click();
            }
            // Beside the conversation that was open there.
            assertThat(desk.at("handed-over")).containsText(next.displayName());
            assertThat(desk.at("pane-" + client.client()).getByText("green coat"))
                    .hasCount(0);
            desk.accessible();
            desk.picture("handover-done");
            chat.page.reload();
            assertThat(people.message(chat, "client", "Good morning!")).hasCount(1);
            // What the old desk had open is there no more, and it asks for nothing after this.
            desk.page.navigate("about:blank");
            desk.expected("404");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAChoice_nothingGoes(Screen screen) {
        people.newcomer();
        Guest client = people.guest(Lang.ZH_HANT, Purpose.PERSONALISATION);
        people.tagged(client, "likes", "jazz", Purpose.PERSONALISATION);
        people.writes(client, "您好");
        Desk mei = people.desk();
        Handovers handovers = house.running.rooms().handovers();
        OpenHouse.done(handovers.offer(mei, client.client(), confidant.core.handover.Offer.Reason.LEAVE));
        try (Visit visit = new Visit(house, screen, "zh-TW", "Asia/Taipei")) {
            visit.page.navigate(house.running.links().privacy(client));
            assertThat(visit.at("handover")).containsText("換一位專屬管家");
            visit.at("handover-to-stay").check();
            visit.at("handover-look").click();
            assertThat(visit.at("handover-will")).containsText("維持不變");
            visit.accessible();
            visit.at("handover-back").click();
            assertThat(visit.at("handover-look")).isVisible();
        }
        house.clock.pass(Duration.ofHours(25));
        OpenHouse.done(handovers.run());
        try (Visit desk = people.desk(screen)) {
            people.open(desk, client);
            people.card(desk, screen);
            assertThat(desk.at("handover")).hasAttribute("data-state", "lapsed");
            assertThat(desk.at("card")).containsText("jazz");
        }
    }

    private void choose(Visit page, Concierge next) {
        assertThat(page.at("handover")).hasAttribute("data-state", "open");
        page.at("handover-to-" + next.handle()).check();
        assertThat(page.at("handover-along-personalisation")).not().isChecked();
        page.at("handover-along-personalisation").check();
        page.at("handover-along-words").check();
        page.accessible();
        page.picture("handover-choice");
        page.at("handover-look").click();
        assertThat(page.at("handover-goes")).containsText("Advice that fits you");
        assertThat(page.at("handover-goes-not")).containsText("just between you and");
        page.accessible();
        page.picture("handover-will");
        page.at("handover-confirm").click();
        assertThat(page.at("handover-chosen")).containsText(next.displayName());
        // Changed to now, before the day is over.
        page.at("handover-look").click();
        page.at("handover-now").click();
    }

    private static com.microsoft.playwright.Locator.FilterOptions named(String name) {
        return new Locator.FilterOptions().setHasText("This is what " + name);
    }

    private Guest successor(Guest client) {
        Ref ref = OpenHouse.done(house.running.stores().clients().successor(client.ref()))
                .orElseThrow();
        return new Guest(ref.pool(), ref.client());
    }

    /** Lets the time pass after which the old side is closed, and sees that it is. */
    private void closed(Guest client) {
        house.clock.pass(Duration.ofSeconds(15));
        OpenHouse.done(house.running.rooms().handovers().run());
        org.assertj.core.api.Assertions.assertThat(
                        OpenHouse.done(house.running.rooms().erasures().certificate(client.ref())))
                .isPresent();
    }
}
