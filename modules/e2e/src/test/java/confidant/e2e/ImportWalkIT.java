package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.options.FilePayload;
import confidant.core.Guest;
import confidant.core.contact.Newcomers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Contacts from elsewhere: tried, taken over, taken over again; who was erased stays away, and nobody's name is in a log. */
class ImportWalkIT {
    private static final String HEADER = "channel,account,address,name,language,zone,purpose,agreed_at,evidence\n";

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void file_isTried_takenOver_andTakenAgain_withoutWhoWasErased(Screen screen) {
        long base = 7_000_000 + 1_000L * screen.width;
        LineUser gone = new LineUser(house, base);
        String canary = "Quillfeather" + screen.width;
        String file = HEADER + row(gone.id, canary + "Zero")
                + row(new LineUser(house, base + 1).id, canary + "One")
                + row(new LineUser(house, base + 2).id, canary + "Two")
                + "line,main,nobody," + canary + "Three,,,,,\n"
                + IntStream.range(0, 60)
                        .mapToObj(i -> "webchat,main,x" + i + ",,,,,,\n")
                        .reduce("", String::concat);
        Guest before = erase(gone);

        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger ours = (Logger) LoggerFactory.getLogger("confidant");
        Level level = ours.getLevel();
        ours.setLevel(Level.TRACE);
        log.start();
        ours.addAppender(log);
        LoggerFactory.getLogger("confidant.control").trace("begun");
        try (Visit desk = people.desk(screen)) {
            desk.at("section-pool").click();
            desk.at("contacts-link").click();
            assertThat(desk.at("contacts")).isVisible();
            desk.accessible();

            choose(desk, "name\n" + canary + "\n");
            assertThat(desk.at("import-problem")).isVisible();
            choose(desk, file);
            numbers(desk, 2, 0, 1, 61);
            assertThat(desk.at("import-lines").locator("li")).hasCount(50);
            assertThat(desk.at("import-lines").locator("li").first()).containsText(Pattern.compile("2.*erased before"));
            desk.at("lines-after").click();
            assertThat(desk.at("import-lines").locator("li")).hasCount(12);
            desk.accessible();
            desk.picture("import-trial");

            desk.at("import-take").click();
            assertThat(desk.page.locator("[data-testid=import-run][data-state=done]"))
                    .isVisible();
            numbers(desk, 2, 0, 1, 61);
            assertThat(desk.at("newcomers").getByText(canary + "One")).isVisible();
            desk.accessible();
            desk.picture("import-done");

            choose(desk, file);
            numbers(desk, 0, 2, 1, 61);
            assertThat(desk.at("import-take")).hasCount(0);

            desk.at("newcomers").getByText(canary + "Two").click();
            assertThat(desk.page.locator("cf-pane").first()).isVisible();
            people.card(desk, screen);
            assertThat(desk.at("card")).containsText(canary + "Two");
            desk.accessible();
        } finally {
            ours.detachAppender(log);
            ours.setLevel(level);
        }
        org.assertj.core.api.Assertions.assertThat(new ArrayList<>(log.list))
                .isNotEmpty()
                .extracting(ImportWalkIT::text)
                .noneMatch(line -> line.contains(canary) || line.contains("shop form") || line.contains(gone.id));
        org.assertj.core.api.Assertions.assertThat(new LineUser(house, base + 1).told())
                .isEmpty();
        evidence(screen, canary + "One");
        gone.say("here I am again");
        org.assertj.core.api.Assertions.assertThat(people.lastWriter()).isNotEqualTo(before);
    }

    /** The officer sees what the file said, by pseudonym, and not who it is. */
    private void evidence(Screen screen, String name) {
        Newcomers.Row row =
                OpenHouse.done(house.running.rooms().contacts().newcomers().page(people.desk(), "", 200))
                        .rows()
                        .stream()
                        .filter(one -> one.name()
                                .filter(known -> known.reveal().equals(name))
                                .isPresent())
                        .findFirst()
                        .orElseThrow();
        try (Visit officer = people.officer(screen)) {
            StaffStepsWalkIT.choose(officer, house.running.rooms().auditing().pseudonym(row.client()));
            officer.at("evidence-show").click();
            assertThat(officer.at("evidence")).containsText("shop form");
            assertThat(officer.at("history")).containsText("import");
            org.assertj.core.api.Assertions.assertThat(officer.page.content()).doesNotContain(name);
            officer.accessible();
        }
    }

    private static String text(ILoggingEvent event) {
        return event.getFormattedMessage()
                + event.getKeyValuePairs()
                + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage());
    }

    private static String row(String id, String name) {
        return "line,main," + id + "," + name + ",en,Asia/Taipei,sharing,2026-05-01,shop form\n";
    }

    private static void choose(Visit desk, String file) {
        desk.page.waitForResponse(
                one -> one.url().endsWith("/imports/trial"),
                () -> desk.at("import-file")
                        .setInputFiles(
                                new FilePayload("contacts.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8))));
    }

    private static void numbers(Visit desk, int fresh, int known, int erased, int faulty) {
        assertThat(desk.at("import-fresh")).hasText(Integer.toString(fresh));
        assertThat(desk.at("import-known")).hasText(Integer.toString(known));
        assertThat(desk.at("import-erased")).hasText(Integer.toString(erased));
        assertThat(desk.at("import-faulty")).hasText(Integer.toString(faulty));
    }

    /** @return who was erased */
    private Guest erase(LineUser user) {
        user.say("hello");
        Guest client = people.lastWriter();
        OpenHouse.done(house.running.rooms().erasures().erase(client.ref(), client.actor()));
        return client;
    }
}
