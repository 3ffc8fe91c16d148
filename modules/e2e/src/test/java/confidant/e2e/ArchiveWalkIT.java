package confidant.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import confidant.core.Guest;
import confidant.model.Lang;
import confidant.model.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A client asks for everything in the chat, follows the link, takes the file and reads it in a browser, offline. */
class ArchiveWalkIT {
    private static final Pattern LINK = Pattern.compile("/privacy#t=[^\\s&]+&go=archive");

    private final OpenHouse house = OpenHouse.get();
    private final People people = new People(house);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "DESKTOP, zh-TW, 下載我的資料, 您的資料, 對話",
        "PHONE, zh-TW, 下載我的資料, 您的資料, 對話",
        "DESKTOP, zh-CN, 下载我的资料, 您的资料, 对话",
        "PHONE, zh-CN, 下载我的资料, 您的资料, 对话",
        "DESKTOP, en-GB, Download my data, Your data, The conversation",
        "PHONE, en-GB, Download my data, Your data, The conversation"
    })
    void theWordInTheChat_leadsToTheFile_whichABrowserReads(
            Screen screen, String locale, String word, String title, String talk) throws IOException {
        try (Visit chat = people.chat(screen, locale, "sharing")) {
            people.say(chat, word);
            var answer = people.message(chat, "house", "/privacy#t=");
            assertThat(answer).hasCount(1);
            Matcher link = LINK.matcher(answer.textContent());
            org.assertj.core.api.Assertions.assertThat(link.find()).isTrue();
            chat.page.navigate(house.address(link.group()));
            assertThat(chat.at("archive")).isFocused();
            chat.accessible();
            Path page =
                    unpacked(chat.page.waitForDownload(() -> chat.at("archive").press("Enter")));

            chat.context().setOffline(true);
            chat.page.navigate(page.toUri().toString());
            assertThat(chat.page).hasTitle(Pattern.compile("^" + title + " · \\S"));
            assertThat(chat.page.locator("h2", new com.microsoft.playwright.Page.LocatorOptions().setHasText(talk)))
                    .hasCount(1);
            assertThat(chat.page.locator("#m1")).containsText(word);
            chat.accessible();
            chat.picture("archive-" + locale);
            chat.page.locator("a[href='data.json']").click();
            assertThat(chat.page.locator("body")).containsText("dpv:ConsentReceipt");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theButton_givesTheSameFile_withWhatIsKnown(Screen screen) throws IOException {
        Guest client = people.guest(Lang.EN, Purpose.GREETING, Purpose.PERSONALISATION);
        people.tagged(client, "birthday", "1990-02-03", Purpose.GREETING);
        people.tagged(client, "likes", "jazz", Purpose.PERSONALISATION);
        try (Visit visit = new Visit(house, screen, "en-GB", "Asia/Taipei")) {
            visit.page.navigate(house.running.links().privacy(client));
            Path page = unpacked(
                    visit.page.waitForDownload(() -> visit.at("archive").click()));
            visit.page.navigate(page.toUri().toString());
            assertThat(visit.page.locator("main")).containsText("3 February 1990");
            assertThat(visit.page.locator("main")).containsText("jazz");
            visit.accessible();
        }
    }

    /** The same over LINE: the word comes in by its hook, the way to the file goes out over its interface. */
    @ParameterizedTest
    @CsvSource({"901, 下載我的資料, 下載成一個檔案", "902, 下载我的资料, 下载成一个文件", "903, Download my data, download everything in one file"
    })
    void theWordInLine_leadsToTheFile(long number, String word, String answer) throws IOException {
        LineUser user = new LineUser(house, number);
        Matcher link = LINK.matcher(user.ask(word, answer));
        org.assertj.core.api.Assertions.assertThat(link.find()).isTrue();

        try (Visit visit = new Visit(house, Screen.PHONE, "zh-TW", "Asia/Taipei")) {
            visit.page.navigate(house.address(link.group()));
            assertThat(visit.at("archive")).isFocused();
            Path page = unpacked(
                    visit.page.waitForDownload(() -> visit.at("archive").click()));
            visit.page.navigate(page.toUri().toString());
            assertThat(visit.page.locator("#m1")).containsText(word);
            assertThat(visit.page.locator("main")).containsText(user.id);
        }
    }

    private Path unpacked(Download download) throws IOException {
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo("my-data.zip");
        Path file = folder.resolve("my-data.zip");
        download.saveAs(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path to = folder.resolve(entry.getName());
                Files.createDirectories(to.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, to);
                }
            }
        }
        return folder.resolve("index.html");
    }
}
