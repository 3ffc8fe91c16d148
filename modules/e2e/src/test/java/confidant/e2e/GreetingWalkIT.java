package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import confidant.core.Guest;
import confidant.model.Purpose;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 8: a greeting on the right day. */
class GreetingWalkIT {
    private static final LocalTime BEFORE_THE_HOUR = LocalTime.of(9, 20);
    /** Milliseconds; a wait no longer than the alarm's own interval would hang on when it rang last. */
    private static final double RINGS_SURELY = 60_000;

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void greeting_arrivesOnTheDay_once_andTheDeskSaysSo(Screen screen) {
        house.clock.forwardTo(BEFORE_THE_HOUR);
        LocalDate today = LocalDate.ofInstant(house.clock.instant(), HouseClock.TAIPEI);
        try (Visit chat = people.chat(screen, "zh-TW", "greeting");
                Visit desk = people.desk(screen)) {
            people.say(chat, "您好");
            Guest client = people.lastWriter();
            people.tagged(client, "birthday", today.minusYears(34).toString(), Purpose.GREETING);
            desk.at("section-today").click();
            Locator row = desk.page.locator("[data-testid=greeting][data-client=\"" + client.client() + "\"]");
            assertThat(row).hasAttribute("data-state", "due");
            desk.accessible();
            desk.picture("today");

            // Past the hour, and not so long that the desk is signed out.
            house.clock.pass(Duration.ofMinutes(12));
            // The alarm rings by itself, three times a minute; two more runs at once find nothing left to do.
            Locator greeting = people.message(chat, "house", "生日");
            assertThat(greeting).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(RINGS_SURELY));
            OpenHouse.done(house.running.rooms().greetings().run());
            OpenHouse.done(house.running.rooms().greetings().run());
            chat.page.reload();
            assertThat(greeting).hasCount(1);
            chat.accessible();
            chat.picture("greeting");
            desk.page.reload();
            desk.at("section-today").click();
            assertThat(row).hasAttribute("data-state", "sent");
            desk.accessible();
            desk.picture("greeted");
        }
    }
}
