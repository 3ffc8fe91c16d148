package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Response;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 7: finding clients, counted before and after consent. */
class SegmentWalkIT {
    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void segment_showsItsSizeBeforeAndAfterConsent_andWhyTheOthersAreNotInIt(Screen screen) {
        // At least one who fits and did not agree, and one who fits and did.
        fits(people.guest(Lang.EN, Purpose.PERSONALISATION));
        fits(people.guest(Lang.EN, Purpose.PERSONALISATION, Purpose.SHARING));
        try (Visit desk = people.desk(screen)) {
            desk.at("section-pool").click();
            assertThat(desk.at("count-before")).hasText(Pattern.compile("[1-9][0-9]*"));
            int all = Integer.parseInt(desk.at("count-before").innerText());
            desk.at("add-condition").click();
            desk.at("condition-0-from").fill("20");
            desk.at("condition-0-to").fill("45");
            desk.at("add-condition").click();
            desk.at("condition-1-kind").selectOption("tag");
            desk.at("condition-1-tag").selectOption("region");
            desk.at("condition-1-value").selectOption("north");
            desk.at("add-condition").click();
            desk.at("condition-2-kind").selectOption("atLeast");
            desk.at("condition-2-tag").selectOption("purchases");
            Response counted = desk.page.waitForResponse(
                    one -> one.url().endsWith("/segments/count")
                            && one.request().postData().contains("\"count\":4"),
                    () -> desk.at("condition-2-count").fill("4"));
            int before = new JsonObject(counted.text()).getInteger("before");
            int after = new JsonObject(counted.text()).getInteger("after");
            assertThat(desk.at("count-before")).hasText(Integer.toString(before));
            assertThat(desk.at("count-after")).hasText(Integer.toString(after));
            assertThat(desk.at("refused").locator(".chip[data-rule=consent-needed]"))
                    .isVisible();
            org.assertj.core.api.Assertions.assertThat(before).isLessThan(all);
            org.assertj.core.api.Assertions.assertThat(after).isBetween(1, before - 1);
            assertThat(desk.at("segment-rows").locator("li")).hasCount(after);
            desk.accessible();
            desk.picture("segment");
        }
    }

    private void fits(Guest client) {
        people.tagged(client, "birthday", "1996-03-08", Purpose.PERSONALISATION);
        people.tagged(client, "region", "north", Purpose.PERSONALISATION);
        people.tagged(client, "purchases", "5", Purpose.PERSONALISATION);
    }
}
