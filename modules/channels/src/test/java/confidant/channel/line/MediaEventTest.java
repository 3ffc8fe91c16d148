package confidant.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import confidant.core.port.Doorway.Knock;
import confidant.fake.line.LineEvents;
import confidant.model.Inbound;
import confidant.model.Inbound.Kind;
import confidant.model.Inbound.Media;
import confidant.model.Personal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages beside words, each kind that the platform's contract has. */
final class MediaEventTest {
    private final Rehearsal room = new Rehearsal();

    @Test
    void picturesFilmsAndSounds_canBeFetched_byTheIdOfTheirMessage() {
        for (var event : List.of(
                room.events.image(Rehearsal.USER),
                room.events.video(Rehearsal.USER),
                room.events.audio(Rehearsal.USER))) {
            var inbound = read(event);

            assertThat(inbound.kind()).isEqualTo(Kind.OTHER_MESSAGE);
            assertThat(inbound.text()).isEmpty();
            assertThat(inbound.media()).contains(new Media(LineEvents.messageId(event), Optional.empty()));
        }
    }

    @Test
    void file_hasItsName_whichIsPersonal() {
        var event = room.events.file(Rehearsal.USER, "婚禮 \uD83C\uDF82.pdf", 300);

        var media = read(event).media().orElseThrow();

        assertThat(media.content()).isEqualTo(LineEvents.messageId(event));
        assertThat(media.name()).contains(Personal.of("婚禮 \uD83C\uDF82.pdf"));
        assertThat(media.toString()).doesNotContain("婚禮");
    }

    @Test
    void whatLiesElsewhere_isNotFetched() {
        var inbound = read(room.events.imageElsewhere(Rehearsal.USER, "https://elsewhere.invalid/a.jpg"));

        assertThat(inbound.kind()).isEqualTo(Kind.OTHER_MESSAGE);
        assertThat(inbound.media()).isEmpty();
    }

    @Test
    void wordsStickersPlacesAndSteps_haveNothingToFetch() {
        for (var event : List.of(
                room.events.text(Rehearsal.USER, "hello"),
                room.events.sticker(Rehearsal.USER),
                room.events.location(Rehearsal.USER),
                room.events.follow(Rehearsal.USER, false),
                room.events.unsend(Rehearsal.USER, "444573844083572737"))) {
            assertThat(read(event).media()).isEmpty();
        }
    }

    @Test
    void idOutOfForm_isNotFetched_andStillAMessage() {
        for (var id : List.of("", "../../v2/bot/info", "12/34", "12?a", "1".repeat(33), "12a", " 12", "１２")) {
            var event = room.events.image(Rehearsal.USER);
            event.withObject("message").put("id", id);

            assertThat(read(event).kind()).isEqualTo(Kind.OTHER_MESSAGE);
            assertThat(read(event).media()).as(id).isEmpty();
        }
        var nameless = room.events.image(Rehearsal.USER);
        nameless.withObject("message").remove("id");
        assertThat(read(nameless).media()).isEmpty();
    }

    @Test
    void fieldsOutOfForm_areMalformed() {
        var provider = room.events.image(Rehearsal.USER);
        provider.withObject("message").put("contentProvider", "line");
        var name = room.events.file(Rehearsal.USER, "a.pdf", 1);
        name.withObject("message").put("fileName", 7);

        assertThat(room.knock(room.events.hook(provider))).isInstanceOf(Knock.Malformed.class);
        assertThat(room.knock(room.events.hook(name))).isInstanceOf(Knock.Malformed.class);
    }

    @Test
    void redelivery_isTheSameInbound() {
        var event = room.events.file(Rehearsal.USER, "a.pdf", 1);

        assertThat(read(room.events.redelivery(event))).isEqualTo(read(event));
    }

    private Inbound read(ObjectNode event) {
        return room.enter(room.events.hook(event)).get(0);
    }
}
