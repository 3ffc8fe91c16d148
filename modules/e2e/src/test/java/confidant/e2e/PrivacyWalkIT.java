package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import confidant.core.Guest;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 10: the client sees and steers what is known. */
class PrivacyWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void theWordInTheChat_answersWithWhatIsKnown_andALinkToTheLetter(Screen screen) {
        try (Visit chat = people.chat(screen, "zh-TW", "greeting")) {
            people.say(chat, "隱私");
            assertThat(people.message(chat, "house", "/privacy#t=")).hasCount(1);
            chat.at("privacy-link").click();
            assertThat(chat.at("purpose-greeting")).hasAttribute("data-status", "given");
            chat.accessible();
            chat.picture("letter");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneSwitch_withdrawsAPurpose_andItsTagsCanNoLongerBeOpened(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.GREETING, Purpose.PERSONALISATION);
        people.tagged(client, "birthday", "1990-02-03", Purpose.GREETING);
        people.tagged(client, "likes", "jazz", Purpose.PERSONALISATION);
        try (Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
            visit.page.navigate(house.running.links().privacy(client));
            assertThat(visit.at("purpose-greeting")).containsText("1990");
            visit.accessible();
            visit.picture("privacy");
            visit.at("switch-greeting").click();
            assertThat(visit.at("purpose-greeting")).hasAttribute("data-status", "withdrawn");
            assertThat(visit.at("unreadable-greeting")).isVisible();
            assertThat(visit.at("purpose-greeting")).not().containsText("1990");
            assertThat(visit.at("purpose-personalisation")).containsText("jazz");
            visit.accessible();
            visit.picture("withdrawn");
        }
        var card = OpenHouse.done(house.running.rooms().tagging().card(people.desk(), client.client()));
        org.assertj.core.api.Assertions.assertThat(card.tags())
                .extracting(t -> t.kind())
                .containsExactly("likes");
    }

    @ParameterizedTest
    @EnumSource
    void stop_endsMarketingAtOnce(Screen screen) {
        try (Visit chat = people.chat(screen, "en-GB", "greeting", "sharing", "personalisation")) {
            people.say(chat, "STOP");
            assertThat(people.message(chat, "house", "no more greetings")).hasCount(1);
            chat.at("privacy-link").click();
            assertThat(chat.at("purpose-greeting")).hasAttribute("data-status", status(ConsentStatus.WITHDRAWN));
            assertThat(chat.at("purpose-sharing")).hasAttribute("data-status", status(ConsentStatus.WITHDRAWN));
            assertThat(chat.at("purpose-personalisation")).hasAttribute("data-status", status(ConsentStatus.GIVEN));
        }
    }

    @ParameterizedTest
    @EnumSource
    void erasingEverything_isAskedTwice_andLeavesACertificate(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.PERSONALISATION);
        people.tagged(client, "likes", "jazz", Purpose.PERSONALISATION);
        try (Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
            visit.page.navigate(house.running.links().privacy(client));
            visit.at("erase").click();
            assertThat(visit.at("erase-sure")).isVisible();
            visit.accessible();
            visit.picture("erase");
            visit.at("erase-not").click();
            assertThat(visit.at("purpose-personalisation")).containsText("jazz");
            visit.at("erase").click();
            visit.at("erase-sure").click();
            assertThat(visit.at("certificate")).hasAttribute("data-stage", Pattern.compile("stopped|sealed"));
            assertThat(visit.at("certificate")).containsText("no server can read it");
            assertThat(visit.page.locator("main")).not().containsText("jazz");
            visit.accessible();
            visit.picture("erased");
            visit.page.reload();
            assertThat(visit.at("certificate")).isVisible();
            visit.expected("404");
        }
        var erased = OpenHouse.done(house.running.rooms().erasures().certificate(client.ref()));
        org.assertj.core.api.Assertions.assertThat(erased).isPresent();
    }

    private static String status(ConsentStatus status) {
        return status.name().toLowerCase(java.util.Locale.ROOT);
    }
}
