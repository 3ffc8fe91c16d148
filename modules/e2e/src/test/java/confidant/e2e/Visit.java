package confidant.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/**
 * One person at one screen. Whatever the console or the content policy complains about is kept and fails the test at its
 * end, unless the test says that it expects it.
 */
final class Visit implements AutoCloseable {
    private static final double PATIENCE = 20_000;

    private final BrowserContext context;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final Screen screen;
    final Page page;

    Visit(OpenHouse house, Screen screen, String locale, String zone) {
        this.screen = screen;
        this.context = house.browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen.phone())
                .setIsMobile(screen.phone())
                .setLocale(locale)
                .setTimezoneId(zone)
                // What moves has no colour that could be measured.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE);
        // The browser lives in the house's day.
        context.clock().install(new Clock.InstallOptions().setTime(Date.from(house.clock.instant())));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("page error: " + error));
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    /** The page's clock stands still, so that nothing ends while it is looked at. */
    void stop() {
        page.clock().pauseAt(((Number) page.evaluate("Date.now() + 1000")).longValue());
    }

    void goOn() {
        page.clock().resume();
    }

    CDPSession devtools() {
        return context.newCDPSession(page);
    }

    BrowserContext context() {
        return context;
    }

    /** Forgets complaints that match: a refusal by policy is an answer 4xx, which browsers put on the console. */
    void expected(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    /** Closes what lies over the page, the dialogue on top first. */
    void closeDialogs() {
        while (page.locator("dialog[open]").count() > 0) {
            page.keyboard().press("Escape");
        }
    }

    /** No fault that WCAG 2.2 AA knows. */
    void accessible() {
        AxeResults results = new AxeBuilder(page)
                // Our pages have no frames; without them this mode sees the same and opens no second page each time.
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(results.getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    /** Keeps a picture, for people to look at; some stand in the README. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder().resolve(name + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png")));
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of(System.getProperty("confidant.pictures", "target/pictures")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("console and content policy").isEmpty();
    }
}
