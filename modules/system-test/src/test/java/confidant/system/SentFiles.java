package confidant.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.core.Rooms;
import confidant.core.attachment.Download;
import confidant.core.attachment.FileLine;
import confidant.fake.line.LineEvents;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.testkit.Await;
import io.vertx.core.Future;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A picture and a file that a client sends over LINE. */
final class SentFiles {
    private final WalkHouse house;
    private final ObjectNode picture;
    private final ObjectNode file;

    SentFiles(WalkHouse house, String user, String name) {
        this.house = house;
        this.picture = house.events.image(user);
        this.file = house.events.file(user, name, 40);
    }

    /** Sends both, the picture with {@code told} as its camera's comment and the file with {@code words} in it. */
    void send(String told, String words) {
        house.line.hold(LineEvents.messageId(picture), commented(told));
        house.line.hold(LineEvents.messageId(file), words.getBytes(StandardCharsets.UTF_8));
        WalkHouse.checked(house.hook(picture, file));
        WalkHouse.checked(house.hook(house.events.redelivery(picture), house.events.redelivery(file)));
    }

    /** Waits until both are kept, and reads them as the concierge does: once each, the picture without its comment. */
    void arrive(Ref client, String words) {
        Await.until("both files are kept", () -> kept(client).size() == 2);
        WalkHouse.checked(house.hook(house.events.redelivery(picture)));
        List<FileLine> kept = kept(client);
        assertThat(kept).hasSize(2);
        assertThat(read(client, kept, "image/jpeg")).isEqualTo(plain());
        assertThat(read(client, kept, "text/plain")).isEqualTo(words.getBytes(StandardCharsets.UTF_8));
    }

    private List<FileLine> kept(Ref client) {
        return Await.result(rooms().files().kept(house.desk(), client.client(), Purpose.SERVICE));
    }

    private byte[] read(Ref client, List<FileLine> kept, String type) {
        FileLine line = kept.stream()
                .filter(one -> one.about().orElseThrow().type().equals(type))
                .findFirst()
                .orElseThrow();
        Download download = Await.result(
                        rooms().files().open(house.desk(), client.client(), line.id(), Optional.empty()))
                .match(done -> done, refused -> {
                    throw new AssertionError("refused by " + refused.rule());
                });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Await.result(download.parts().into(part -> {
            bytes.writeBytes(part);
            return Future.succeededFuture();
        }));
        return bytes.toByteArray();
    }

    private Rooms rooms() {
        return house.running.rooms();
    }

    private static byte[] plain() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] commented(String words) {
        byte[] plain = plain();
        byte[] comment = words.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Behind the start of the picture and its first segment.
        out.write(plain, 0, 20);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)});
        out.writeBytes(comment);
        out.write(plain, 20, plain.length - 20);
        return out.toByteArray();
    }
}
