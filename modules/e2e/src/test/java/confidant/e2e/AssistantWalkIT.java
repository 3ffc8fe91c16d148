package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 5: many at once, with an assistant that knows its place. */
class AssistantWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void assistant_answersFromTheFaqInTheClientsLanguage_andSaysThatItIsAutomated(Screen screen) {
        try (Visit chat = people.chat(screen, "en-GB")) {
            people.say(chat, "What are your opening hours?");
            Locator answer = people.message(chat, "assistant", "from 11:00 to 20:00");
            assertThat(answer).hasCount(1);
            assertThat(answer).containsText("utomated");
            chat.accessible();
        }
        try (Visit chat = people.chat(screen, "zh-TW")) {
            people.say(chat, "請問營業時間");
            Locator answer = people.message(chat, "assistant", "11:00 至 20:00");
            assertThat(answer).hasCount(1);
            assertThat(answer).containsText("自動回覆");
            people.say(chat, "父親生日想送一只錶，可以幫我挑嗎？");
            assertThat(people.message(chat, "assistant", "請稍候")).hasCount(1);
            chat.accessible();
            chat.picture("assistant");
        }
    }

    @ParameterizedTest
    @EnumSource
    void assistant_fallsSilent_onceTheConciergeHasWrittenFromAnotherDevice(Screen screen) {
        try (Visit chat = people.chat(screen, "en-GB");
                Visit desk = people.desk(screen)) {
            people.say(chat, "Hello, it is me again " + screen);
            assertThat(people.message(chat, "assistant", "One moment please")).hasCount(1);
            Guest client = people.lastWriter();
            try (Visit other = people.desk(Screen.PHONE)) {
                people.reply(people.open(other, client), "Welcome back, I am here.");
                assertThat(people.message(chat, "concierge", "Welcome back")).hasCount(1);
            }
            people.say(chat, "Where can I park my car?");
            // What the assistant would have said lies ready as a draft for the concierge, and nobody else sees it.
            Locator pane = people.open(desk, client);
            assertThat(pane.getByTestId("draft")).containsText("four places");
            assertThat(pane.getByTestId("draft")).not().containsText("utomated");
            assertThat(chat.page.locator("[data-author=assistant]")).hasCount(1);
            desk.picture("draft");
            desk.accessible();
            pane.getByTestId("use-draft").click();
            pane.getByTestId("send").click();
            pane.getByTestId("send-now").click();
            assertThat(people.message(chat, "concierge", "four places")).hasCount(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void conversationInFront_hasABriefOfConsentedTagsOnly(Screen screen) {
        Guest client = people.guest(Lang.EN, Purpose.PERSONALISATION);
        people.tagged(client, "likes", "vinyl records", Purpose.PERSONALISATION);
        people.writes(client, "Could somebody help me choose a watch strap for my father?");
        try (Visit desk = people.desk(screen)) {
            people.open(desk, client);
            people.card(desk, screen);
            assertThat(desk.at("brief")).containsText("watch strap");
            assertThat(desk.at("brief")).containsText("vinyl records");
            desk.accessible();
            desk.picture("brief");
        }
    }
}
