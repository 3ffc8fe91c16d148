package confidant.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.core.attachment.FileLine;
import confidant.fake.line.Call;
import confidant.fake.line.Hook;
import confidant.fake.line.LineEvents;
import confidant.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients send over LINE beside words: from the signed hook to the concierge's screen. */
final class LineFilesTest {
    private static final String USER = LineEvents.userId(7);

    private final FilesHouse house;

    LineFilesTest(@TempDir Path folder) {
        this.house = new FilesHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void picture_isKeptOnce_withoutItsComment_howeverOftenItIsDelivered() {
        ObjectNode picture = house.events.image(USER);
        house.line.hold(LineEvents.messageId(picture), FilesHouse.picture("from my window at 77 Vermilion Lane"));

        assertThat(house.post(house.events.hook(picture))).isEqualTo(200);
        Await.until("the picture is kept", () -> house.kept(USER).size() == 1);
        assertThat(house.post(house.events.hook(house.events.redelivery(picture))))
                .isEqualTo(200);

        FileLine line = house.kept(USER).get(0);
        assertThat(house.kept(USER)).hasSize(1);
        assertThat(line.about().orElseThrow().type()).isEqualTo("image/jpeg");
        assertThat(line.about().orElseThrow().name().reveal()).isEqualTo("picture.jpg");
        assertThat(house.read(USER, line)).isEqualTo(FilesHouse.picture(""));
        assertThat(house.line.calls())
                .extracting(Call::path)
                .containsOnlyOnce("/v2/bot/message/" + LineEvents.messageId(picture) + "/content");
    }

    @Test
    void wordsOfAFile_areTheSame_andWhatABrowserWouldRunHasNoType() {
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        ObjectNode file = house.events.file(USER, "menu.html", page.length);
        house.line.hold(LineEvents.messageId(file), page);

        house.post(house.events.hook(file));
        Await.until("the file is kept", () -> house.kept(USER).size() == 1);

        FileLine line = house.kept(USER).get(0);
        assertThat(line.about().orElseThrow().type()).isEqualTo("application/octet-stream");
        assertThat(house.read(USER, line)).isEqualTo(page);
    }

    @Test
    void hookWithAWrongSignature_fetchesNothing() {
        ObjectNode picture = house.events.image(USER);
        house.line.hold(LineEvents.messageId(picture), FilesHouse.picture(""));
        Hook honest = house.events.hook(picture);

        assertThat(house.post(new Hook(honest.body(), house.events.hook().signature())))
                .isEqualTo(401);

        assertThat(house.line.calls()).isEmpty();
    }

    @Test
    void whatIsGone_orTooLarge_leavesTheMessageWithoutAFile() {
        ObjectNode gone = house.events.image(USER);
        ObjectNode large = house.events.video(USER);
        house.line.hold(LineEvents.messageId(large), new byte[20 * 1024 * 1024 + 1]);

        house.post(house.events.hook(gone, large, house.events.sticker(USER)));
        Await.until("both were asked for", () -> house.line.calls().size() >= 2);
        Await.until("nothing is under way", () -> house.pending().isEmpty());

        assertThat(house.kept(USER)).isEmpty();
        assertThat(house.kinds(USER)).isEqualTo(List.of("file", "file", "other"));
    }
}
