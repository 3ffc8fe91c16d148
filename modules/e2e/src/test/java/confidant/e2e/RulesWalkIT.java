package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An officer reads what other rules would change, puts them in force with a passkey, and goes back. */
class RulesWalkIT {
    /** Every case is compared, on a machine that has other things to do. */
    private static final double COMPARED = 90_000;

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void officer_putsRulesInForce_andGoesBack(Screen screen) throws IOException {
        try (Visit officer = people.officer(screen)) {
            String begun = officer.at("rules-hash").textContent();
            edit("concierge.cedar", "ageBand:10", "ageBand:20");
            try {
                // The golden tables still say otherwise.
                compare(officer, "rules-folder");
                assertThat(officer.at("rules-problems")).containsText("concierge.csv line 23");
                assertThat(officer.at("rules-release")).hasCount(0);
                officer.accessible();
                picture(officer, "rules-refused");

                edit("tests/concierge.csv", "ageBand:10", "ageBand:20");
                compare(officer, "rules-folder");
                assertThat(officer.at("rules-problems")).hasCount(0);
                assertThat(officer.at("rules-proposal").locator("[data-kind=less]"))
                        .containsText("an age band of 20 years");
                officer.accessible();
                picture(officer, "rules");
                release(officer);
                officer.at("step-up-use").click();
                assertThat(officer.at("rules-word")).hasText("These rules are in force now.");
                assertThat(officer.at("rules-hash")).not().hasText(begun);

                compare(officer, "rules-before");
                release(officer);
                assertThat(officer.at("rules-hash")).hasText(begun);
            } finally {
                edit("concierge.cedar", "ageBand:20", "ageBand:10");
                edit("tests/concierge.csv", "ageBand:20", "ageBand:10");
            }
            compare(officer, "rules-folder");
            officer.expected("403");
        }
    }

    private static void compare(Visit officer, String button) {
        officer.at(button).click();
        Locator answer = officer.at("rules-proposal").or(officer.at("rules-same"));
        assertThat(answer).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(COMPARED));
    }

    private static void release(Visit officer) {
        officer.at("rules-release").click();
        officer.at("rules-yes").click();
    }

    private static void picture(Visit officer, String name) {
        officer.at("rules-word").evaluate("word => word.scrollIntoView({ block: 'start' })");
        officer.picture(name);
    }

    private void edit(String file, String old, String fresh) throws IOException {
        Path at = house.policies.resolve(file);
        Files.writeString(at, Files.readString(at).replace(old, fresh));
    }
}
