package confidant.core.attachment;

import static confidant.core.TestHouse.done;
import static confidant.core.attachment.FileHouse.fails;
import static confidant.core.attachment.FileHouse.large;
import static confidant.core.attachment.FileHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.attachment.FileLine.State;
import confidant.core.handover.Handovers;
import confidant.core.handover.Offer.Reason;
import confidant.core.port.Fetcher.Fetched;
import confidant.model.Actor;
import confidant.model.AttachmentId;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.AttachmentStore.Pending;
import confidant.store.ConversationStore.Ref;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How files come over an app, go along, and end. */
class FileEndsTest {
    private final FileHouse house = new FileHouse();
    private final Files files = house.files;

    @Test
    void erasure_takesFilesAway() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", large());
        UUID body = house.body(guest, id);

        done(house.test.rooms.erasures().erase(guest.ref(), Actor.of(guest.client())));

        assertThat(house.left(id, body)).isFalse();
        assertThat(done(house.test.stores.attachments().attachments(guest.pool(), guest.client())))
                .isEmpty();
        assertThat(fails(files.open(guest, id))).isInstanceOf(NotFound.class);
    }

    @Test
    void legalHold_keepsTheFileOfItsPurpose() {
        Guest guest = house.test.guest(Lang.EN, Purpose.TRIP);
        AttachmentId id = house.send(guest, "key-0001", large());
        UUID body = house.body(guest, id);
        FileHouse.answer(files.keep(house.mei, guest.client(), id, Purpose.TRIP, true));
        done(house.test.rooms.holds().place(guest.ref(), Purpose.TRIP, house.test.officer(), "court"));

        done(house.test.rooms.erasures().erase(guest.ref(), Actor.of(guest.client())));

        assertThat(done(house.test.stores.attachments().attachments(guest.pool(), guest.client())))
                .singleElement()
                .satisfies(one -> assertThat(one.keys()).containsKey(Purpose.TRIP));
        assertThat(house.left(id, body)).isTrue();
        done(house.test.rooms.consents().lift(guest.ref(), Purpose.TRIP, house.test.officer(), "over"));
        done(house.test.rooms.erasures().seal());
        assertThat(house.left(id, body)).isFalse();
    }

    @Test
    void file_goesWithItsMessage_whenTheTimeOfThatIsOver() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", large());
        UUID body = house.body(guest, id);
        house.test.clock.move(Duration.ofDays(731));

        assertThat(done(house.test.rooms.oldMessages().run())).isPositive();

        assertThat(house.left(id, body)).isFalse();
        assertThat(fails(files.open(guest, id))).isInstanceOf(NotFound.class);
    }

    @Test
    void handedOver_itGoesAlongWithTheWords() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", large());
        UUID body = house.body(guest, id);

        Ref next = handedOver(guest, true);

        assertThat(FileHouse.bytes(FileHouse.answer(files.open(house.sophie, next.client(), id, Optional.empty()))))
                .isEqualTo(large());
        assertThat(house.left(id, body)).isTrue();
        assertThat(fails(files.open(house.mei, guest.client(), id, Optional.empty())))
                .isInstanceOf(NotFound.class);
        assertThat(done(house.test.stores.attachments().attachments(guest.pool(), guest.client())))
                .isEmpty();
    }

    @Test
    void handedOverWithoutWords_itIsGone() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", large());
        UUID body = house.body(guest, id);

        Ref next = handedOver(guest, false);

        assertThat(fails(files.open(house.sophie, next.client(), id, Optional.empty())))
                .isInstanceOf(NotFound.class);
        assertThat(house.left(id, body)).isFalse();
    }

    private Ref handedOver(Guest guest, boolean words) {
        Handovers handovers = house.test.rooms.handovers();
        done(handovers.offer(house.mei, guest.client(), Reason.LEAVE));
        done(handovers.choose(guest, Optional.of("sophie"), Set.of(), words, true));
        for (int round = 0; round < 10; round++) {
            house.test.clock.move(Duration.ofMinutes(1));
            done(handovers.run());
        }
        return done(house.test.stores.clients().successor(guest.ref())).orElseThrow();
    }

    @Test
    void uploadThatWasCutOff_leavesNothing() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = AttachmentId.random();
        UUID body = UUID.randomUUID();
        done(house.test
                .stores
                .attachments()
                .begin(new Pending(
                        id, guest.pool(), guest.client(), house.test.clock.instant(), "webchat/lost", "", "")));
        done(house.test.stores.attachments().putPart(id, body, 0, words("sealed")));
        Fetching fetching = house.test.fetching();

        done(fetching.run());
        assertThat(house.left(id, body)).isTrue();
        house.test.clock.move(Duration.ofHours(2));
        done(fetching.run());

        assertThat(house.left(id, body)).isFalse();
        assertThat(done(house.test.stores.attachments().pending())).isEmpty();
    }

    @Test
    void pictureOverAnApp_comesWhenTheAppHasIt_once() {
        done(house.test.rooms.reception().admit(house.test.mei, house.test.linePicture("U1", "e-1", "500")));
        Ref client = house.test.lineClient("U1");
        Guest guest = new Guest(client.pool(), client.client());
        assertThat(house.file(guest, 1).state()).isEqualTo(State.COMING);
        done(house.test.fetching().run());
        int asked = house.test.shelf.asked.get();
        done(house.test.fetching().run());
        assertThat(house.test.shelf.asked.get()).as("it waits as it was told").isEqualTo(asked);

        house.test.shelf.contents.put("500", new Fetched.Got(large(), Optional.empty()));
        house.test.clock.move(Duration.ofMinutes(2));
        done(house.test.fetching().run());
        done(house.test.rooms.reception().admit(house.test.mei, house.test.linePicture("U1", "e-1", "500")));
        done(house.test.fetching().run());

        FileLine file = house.file(guest, 1);
        assertThat(file.state()).isEqualTo(State.HERE);
        assertThat(file.about().orElseThrow().name().reveal()).isEqualTo("harbour.jpg");
        assertThat(house.read(house.mei, guest, file.id(), Optional.empty())).isEqualTo(large());
        assertThat(done(house.test.stores.attachments().attachments(client.pool(), client.client())))
                .hasSize(1);
        assertThat(done(house.test.stores.attachments().pending())).isEmpty();
    }

    @Test
    void pictureThatTheAppHasNoMore_isGone() {
        house.test.shelf.contents.put("500", new Fetched.Gone("gone"));

        done(house.test.rooms.reception().admit(house.test.mei, house.test.linePicture("U1", "e-1", "500")));
        done(house.test.fetching().run());

        assertThat(done(house.test.stores.attachments().pending())).isEmpty();
    }

    @Test
    void pictureThatNeverComes_isGivenUpAfterADay() {
        done(house.test.rooms.reception().admit(house.test.mei, house.test.linePicture("U1", "e-1", "500")));
        house.test.clock.move(Duration.ofHours(25));

        done(house.test.fetching().run());

        Ref client = house.test.lineClient("U1");
        assertThat(done(house.test.stores.attachments().pending())).isEmpty();
        assertThat(house.file(new Guest(client.pool(), client.client()), 1).state())
                .isEqualTo(State.GONE);
    }

    @Test
    void pictureMarkedBetweenUsOnItsWay_isKeptForThat() {
        done(house.test.rooms.reception().admit(house.test.mei, house.test.linePicture("U1", "e-1", "500")));
        Ref client = house.test.lineClient("U1");
        house.test.clock.move(Duration.ofMinutes(2));
        house.test.shelf.contents.put("500", new Fetched.Got(words("secret"), Optional.empty()));
        house.test.shelf.meanwhile = () -> done(house.test
                .rooms
                .reception()
                .admit(house.test.mei, house.test.lineText("U1", "e-2", "that was just between us")));

        done(house.test.fetching().run());

        assertThat(done(house.test.stores.attachments().attachments(client.pool(), client.client())))
                .singleElement()
                .satisfies(one -> assertThat(one.keys()).containsOnlyKeys(Purpose.CONFIDENCE));
    }

    @Test
    void pictureOfSomebodyWhoWasErased_isNotKept() {
        done(house.test.rooms.reception().admit(house.test.mei, house.test.linePicture("U1", "e-1", "500")));
        Ref client = house.test.lineClient("U1");
        done(house.test.rooms.erasures().erase(client, Actor.of(client.client())));
        house.test.shelf.contents.put("500", new Fetched.Got(words("late"), Optional.empty()));
        house.test.clock.move(Duration.ofMinutes(2));

        done(house.test.fetching().run());

        assertThat(done(house.test.stores.attachments().attachments(client.pool(), client.client())))
                .isEmpty();
        assertThat(done(house.test.stores.attachments().pending())).isEmpty();
    }

    @Test
    void overAnApp_theClientGetsALink_thatTheDeskDoesNotSeeWhole() {
        done(house.test.rooms.reception().admit(house.test.mei, house.test.lineText("U1", "e-1", "hello")));
        Ref client = house.test.lineClient("U1");
        Guest guest = new Guest(client.pool(), client.client());

        FileHouse.answer(house.test
                .rooms
                .fileTalk()
                .send(
                        house.mei,
                        client.client(),
                        "reply-0001",
                        Personal.of("看這個"),
                        FileHouse.upload("a.pdf", large())));
        done(house.test.wiring.sweep());

        String sent =
                house.test.line.sent.get(house.test.line.sent.size() - 1).text().reveal();
        assertThat(sent).startsWith("看這個").containsPattern("/privacy#t=[A-Za-z0-9_-]{40,}");
        assertThat(house.lines(house.mei, guest))
                .anySatisfy(line ->
                        assertThat(line.text().map(Personal::reveal).orElse("")).contains("/privacy#t=…"));
    }
}
