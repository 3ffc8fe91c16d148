package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import confidant.core.Guest;
import confidant.model.Lang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client asks the officer by law, is asked back, replies and is answered; each on their own page. */
class RequestWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void request_goesFromTheClientsPageToTheConsole_andBack(Screen screen) {
        Guest client = people.guest(Lang.EN);
        String words = "what do you keep of my orchids, asked on the " + screen;
        try (Visit letter = new Visit(house, screen, "en-GB", "Asia/Taipei");
                Visit officer = people.officer(screen)) {
            letter.page.navigate(house.running.links().privacy(client));
            letter.at("request-right").selectOption("correction");
            letter.at("request-words").fill(words);
            letter.at("request-send").click();
            assertThat(letter.at("request-word")).hasText("Sent. The compliance officer will answer you.");
            assertThat(letter.at("request-words")).hasValue("");
            assertThat(letter.at("request-state")).containsText("To be answered by");
            letter.accessible();

            officer.page.reload();
            Locator request = row(officer, words);
            assertThat(request.getByTestId("request-left")).containsText("days left");
            assertThat(request).containsText("not named, least time counts");
            take(request, "law/eu", "");
            officer.at("step-up-use").click();
            assertThat(request).containsText("GDPR 12(3), 16");
            take(request, "asked/meaning", "which of them?");
            assertThat(request).containsText("the clock stands");
            officer.accessible();
            request.scrollIntoViewIfNeeded();
            officer.picture("requests");

            letter.page.reload();
            assertThat(letter.at("request-state")).hasText("Waiting for you");
            assertThat(letter.at("own-request")).containsText("which of them?");
            assertThat(letter.at("own-request")).containsText("Law: European Union");
            letter.at("request-reply").fill("the white ones");
            letter.accessible();
            letter.at("requests").scrollIntoViewIfNeeded();
            letter.picture("request");
            letter.at("request-reply-send").click();
            assertThat(letter.at("request-state")).containsText("To be answered by");

            // What the officer saw last is not how it stands any more.
            take(request, "cleared/explained", "");
            assertThat(officer.at("request-fault")).containsText("Something changed in between");
            assertThat(request).containsText("the white ones");
            take(request, "answered/done", "they are white now");
            assertThat(request).hasCount(0);

            letter.page.reload();
            assertThat(letter.at("own-request")).not().hasAttribute("open", "");
            letter.at("own-request").locator("summary").click();
            assertThat(letter.at("own-request")).containsText("they are white now");
            officer.expected("403");
            officer.expected("409");
        }
    }

    @ParameterizedTest
    @EnumSource
    void letter_isWrittenDown_andRefusedOnAGround(Screen screen) {
        Guest client = people.guest(Lang.ZH_HANT);
        String words = "a letter for the " + screen;
        try (Visit officer = people.officer(screen)) {
            officer.at("request-record").click();
            officer.at("record-pseudonym").fill(house.running.rooms().auditing().pseudonym(client.client()));
            officer.at("record-right").selectOption("erasure");
            officer.at("record-on").fill("2026-01-02");
            officer.at("record-text").fill(words);
            officer.at("record-keep").click();
            officer.at("step-up-use").click();
            Locator request = row(officer, words);
            assertThat(request.getByTestId("request-left")).containsText("days late");
            assertThat(request).containsText("Received (Letter)");
            officer.accessible();
            take(request, "refused/duty", "we keep it for the tax office");
            assertThat(request).hasCount(0);
            officer.expected("403");
        }
        try (Visit letter = new Visit(house, screen, "zh-TW", "Asia/Taipei")) {
            letter.page.navigate(house.running.links().privacy(client));
            letter.at("own-request").locator("summary").click();
            assertThat(letter.at("own-request")).containsText("未辦理：法律要求保存");
            assertThat(letter.at("own-request")).containsText("we keep it for the tax office");
            letter.accessible();
        }
    }

    private static Locator row(Visit officer, String words) {
        Locator row = officer.at("request").filter(new Locator.FilterOptions().setHasText(words));
        assertThat(row).hasCount(1);
        return row;
    }

    private static void take(Locator request, String step, String words) {
        request.getByTestId("request-move").selectOption(step);
        if (!words.isEmpty()) {
            request.getByTestId("request-say").fill(words);
        }
        request.getByTestId("request-take").click();
    }
}
