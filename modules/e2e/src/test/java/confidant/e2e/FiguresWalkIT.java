package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import confidant.model.ManagerId;
import confidant.store.HouseStore.Manager;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A manager comes in by a link, gets answers with noise that stay, and sees what is left to spend; in three languages. */
class FiguresWalkIT {
    private final OpenHouse house = OpenHouse.get();

    private Manager manager(Screen screen) {
        Manager manager = new Manager(ManagerId.random(), "Management " + screen);
        OpenHouse.done(house.running.stores().house().putManager(manager));
        return manager;
    }

    private Visit signedIn(Manager manager, Screen screen) {
        Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei");
        visit.page.navigate(house.running.links().signIn(manager));
        Locator later = visit.at("make-later");
        Locator budget = visit.at("budget");
        assertThat(budget.or(later)).hasCount(1);
        if (later.isVisible()) {
            later.click();
        }
        assertThat(budget).isVisible();
        return visit;
    }

    /** The other size may have asked it first: then the answer is there, and costs nothing. */
    private static void ask(Visit visit, String question) {
        Locator button = visit.at("ask-" + question);
        if (button.isVisible()) {
            visit.page.waitForResponse(answer -> answer.url().endsWith("/v1/figures"), button::click);
        }
        assertThat(visit.at("figure-" + question).locator("table")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource
    void manager_getsAnswersThatStay_andSeesWhatIsLeft(Screen screen) {
        Manager manager = manager(screen);
        try (Visit visit = signedIn(manager, screen)) {
            assertThat(visit.at("budget")).containsText("8 new answers left");
            ask(visit, "clients-by-concierge");
            ask(visit, "clients-by-channel");
            ask(visit, "consent-greeting");
            Locator channels = visit.at("figure-clients-by-channel");
            assertThat(channels.locator("tbody tr")).hasCount(2);
            assertThat(channels).containsText("Web chat");
            assertThat(channels.locator("[data-cell=line] td")).hasText(Pattern.compile("[\\d,]+"));
            String told = channels.locator("tbody").innerText();

            visit.page.reload();
            assertThat(channels.locator("tbody"))
                    .hasText(
                            told,
                            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                    .setUseInnerText(true));
            assertThat(visit.page.locator("body")).not().containsText("undefined");
            visit.accessible();
            visit.picture("figures");

            visit.at("language").selectOption("zh-Hant");
            assertThat(visit.page.locator("h1")).hasText("統計");
            assertThat(channels).containsText("網站對話");
            visit.accessible();
            visit.at("language").selectOption("zh-Hans");
            assertThat(visit.page.locator("h1")).hasText("统计");
            assertThat(channels).containsText("网站对话");
            visit.at("language").selectOption("en");

            visit.at("passkeys-link").click();
            visit.at("passkeys-back").click();
            assertThat(visit.at("budget")).isVisible();
            visit.page.navigate(house.address("/officer"));
            assertThat(visit.page.locator("main")).containsText("You are signed out");
            visit.page.navigate(house.address("/manager"));
            visit.at("sign-out").click();
            visit.page.waitForURL("**/signin", new Page.WaitForURLOptions());
            // The parts of the console asked for themselves, and were refused.
            visit.expected("401");
        }
    }
}
