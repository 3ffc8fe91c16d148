package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import confidant.core.Guest;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures and files: sent both ways, kept for a purpose, taken away by the client. */
class FileWalkIT {
    private static final FilePayload PICTURE = new FilePayload("The bay at dusk.png", "image/png", picture());
    private static final FilePayload TICKET = new FilePayload(
            "Ticket Taipei to Hualien, second of May, window seat 12A.pdf", "application/pdf", document(9_000));
    private static final FilePayload PLAN = new FilePayload("旅行計畫.pdf", "application/pdf", document(40_000));

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @ParameterizedTest
    @EnumSource
    void filesGoBothWays_areKeptForATrip_andGoWhenTheClientTakesThemAway(Screen screen) throws IOException {
        try (Visit chat = people.chat(screen, "en-GB", "trip");
                Visit desk = people.desk(screen)) {
            attach(chat, PICTURE);
            assertThat(chat.at("enclosed")).containsText(PICTURE.name);
            assertThat(chat.page.locator("cf-thumb.drawn")).hasCount(1);
            chat.at("composer").fill("This is the bay I told you about");
            chat.accessible();
            chat.picture("file-preview");
            chat.at("send").click();
            Locator sent = people.message(chat, "client", "This is the bay");
            assertShown(sent.locator("img"));
            attach(chat, TICKET);
            chat.at("send").click();
            assertThat(people.message(chat, "client", TICKET.name)).hasCount(1);

            Guest client = people.lastWriter();
            Locator pane = people.open(desk, client);
            Locator read = people.message(pane, "client", "This is the bay");
            assertShown(read.locator("img"));
            enlarge(desk, read);

            Locator ticket = people.message(pane, "client", TICKET.name);
            keep(ticket, "trip");
            assertThat(ticket.getByTestId("kept-for-trip")).isVisible();
            attach(pane, PLAN);
            pane.getByTestId("composer").fill("Your plan, day by day");
            desk.accessible();
            desk.picture("file-desk-preview");
            pane.getByTestId("send").click();
            pane.getByTestId("send-now").click();
            assertThat(people.message(pane, "concierge", PLAN.name)).hasCount(1);
            people.card(desk, screen);
            assertThat(desk.at("kept-trip")).containsText(TICKET.name);
            desk.accessible();
            desk.picture("file-card");
            desk.closeDialogs();
            desk.picture("file-desk");

            Locator got = people.message(chat, "concierge", "day by day");
            assertThat(saved(chat, () -> got.getByRole(AriaRole.LINK).click())).isEqualTo(PLAN.buffer);
            chat.accessible();
            chat.picture("file-chat");

            takeAway(chat, PICTURE.name);
            desk.page.reload();
            Locator again = people.open(desk, client);
            assertThat(people.message(again, "client", "This is the bay")).containsText("The file is gone");
            assertThat(again.locator("img")).hasCount(0);

            chat.at("switch-trip").click();
            assertThat(chat.at("purpose-trip")).hasAttribute("data-status", "withdrawn");
            people.card(desk, screen);
            assertThat(desk.at("consent-trip")).hasAttribute("data-status", "withdrawn");
            assertThat(desk.at("kept-files")).hasCount(0);
            desk.closeDialogs();
            assertThat(people.message(again, "client", TICKET.name).locator(".kept-for"))
                    .hasCount(0);
            desk.accessible();
            desk.picture("file-gone");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileBetweenUs_isMarked_andCannotBeKept(Screen screen) {
        try (Visit chat = people.chat(screen, "en-GB", "trip");
                Visit desk = people.desk(screen)) {
            attach(chat, PICTURE);
            chat.at("composer").fill("Just between us: we bought the house in the picture.");
            chat.at("send").click();
            Locator own = people.message(chat, "client", "bought the house");
            assertThat(own).hasClass(Pattern.compile("\\baside\\b"));
            assertShown(own.locator("img"));
            Locator pane = people.open(desk, people.lastWriter());
            Locator read = people.message(pane, "client", "bought the house");
            assertShown(read.locator("img"));
            assertThat(read.getByTestId("keep-for")).hasCount(0);
            desk.accessible();
            desk.picture("file-between-us");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFile_isRefusedBeforeSending_orPasted_andSentAgainUnderTheSameId(Screen screen) {
        try (Visit chat = people.chat(screen, "zh-TW")) {
            attach(chat, new FilePayload("video.mov", "video/quicktime", new byte[20 * 1024 * 1024 + 1]));
            assertThat(chat.at("file-note")).containsText("20 MB");
            assertThat(chat.at("enclosed")).isHidden();
            chat.accessible();
            paste(chat.at("composer"));
            assertThat(chat.at("enclosed")).containsText("pasted.png");
            chat.at("take-off").click();
            assertThat(chat.at("enclosed")).isHidden();

            attach(chat, TICKET);
            chat.page.route("**/v1/chat/attachments?*", route -> route.abort());
            chat.at("send").click();
            Locator waiting = chat.page.locator("[data-state=waiting]");
            assertThat(waiting).containsText(TICKET.name);
            chat.accessible();
            chat.picture("file-waiting");
            chat.page.unroute("**/v1/chat/attachments?*");
            assertThat(people.message(chat, "client", TICKET.name)).hasCount(1);
            assertThat(waiting).hasCount(0);
            chat.expected("ERR_FAILED");
        }
    }

    private static void attach(Visit visit, FilePayload file) {
        visit.at("file-input").setInputFiles(file);
    }

    private static void attach(Locator pane, FilePayload file) {
        pane.getByTestId("file-input").setInputFiles(file);
    }

    private static void paste(Locator field) {
        field.evaluate(
                "(field, coded) => { const data = new DataTransfer();"
                        + " data.items.add(new File([Uint8Array.from(atob(coded), c => c.charCodeAt(0))], 'pasted.png', { type: 'image/png' }));"
                        + " field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
                Base64.getEncoder().encodeToString(PICTURE.buffer));
    }

    private static void assertShown(Locator img) {
        img.scrollIntoViewIfNeeded();
        assertThat(img).hasJSProperty("naturalWidth", 900);
        assertThat(img).hasAttribute("alt", PICTURE.name);
    }

    private static void enlarge(Visit visit, Locator message) {
        message.locator(".shot").click();
        assertThat(visit.page.locator("dialog.full img")).isVisible();
        visit.accessible();
        visit.picture("file-full");
        visit.at("full-close").click();
        assertThat(visit.page.locator("dialog.full")).hasCount(0);
    }

    private static void keep(Locator message, String purpose) {
        message.getByTestId("keep-for").click();
        message.getByTestId("keep-for-" + purpose).click();
    }

    /** On the privacy page: download, then take away after one more question. */
    private static void takeAway(Visit visit, String name) throws IOException {
        visit.at("privacy-link").click();
        Locator files = visit.at("own-files");
        Locator one = files.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
        assertThat(files.getByRole(AriaRole.LISTITEM)).hasCount(3);
        assertThat(files).containsText("Kept for");
        files.scrollIntoViewIfNeeded();
        visit.accessible();
        visit.picture("file-privacy");
        assertThat(saved(visit, () -> one.getByRole(AriaRole.LINK).click())).isNotEmpty();
        one.getByText("Take away").click();
        assertThat(visit.at("remove-not")).isFocused();
        visit.accessible();
        visit.picture("file-remove");
        visit.at("remove-do").click();
        assertThat(visit.at("own-word")).containsText(name);
        assertThat(files.getByRole(AriaRole.LISTITEM)).hasCount(2);
        visit.accessible();
    }

    private static byte[] saved(Visit visit, Runnable click) throws IOException {
        Download download = visit.page.waitForDownload(click);
        return Files.readAllBytes(download.path());
    }

    private static byte[] document(int size) {
        return "%PDF-1.7 of a test ".repeat(size / 19).getBytes(StandardCharsets.US_ASCII);
    }

    /** Hills and a sun over water. */
    private static byte[] picture() {
        BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x2F4A6B), 0, 380, new Color(0xF2B98A)));
        pen.fillRect(0, 0, 900, 600);
        pen.setColor(new Color(0xFFE9C9));
        pen.fill(new Ellipse2D.Double(580, 250, 90, 90));
        pen.setPaint(new GradientPaint(0, 360, new Color(0xC98F6E), 0, 600, new Color(0x1D3346)));
        pen.fillRect(0, 360, 900, 240);
        pen.setColor(new Color(0x3C4F5F));
        Path2D hills = new Path2D.Double();
        hills.moveTo(0, 360);
        hills.curveTo(140, 180, 260, 220, 380, 330);
        hills.curveTo(470, 270, 540, 320, 640, 360);
        hills.closePath();
        pen.fill(hills);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
