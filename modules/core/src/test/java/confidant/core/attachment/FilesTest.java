package confidant.core.attachment;

import static confidant.core.TestHouse.done;
import static confidant.core.attachment.FileHouse.answer;
import static confidant.core.attachment.FileHouse.fails;
import static confidant.core.attachment.FileHouse.large;
import static confidant.core.attachment.FileHouse.refusal;
import static confidant.core.attachment.FileHouse.upload;
import static confidant.core.attachment.FileHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.Guest;
import confidant.core.NotFound;
import confidant.core.attachment.FileLine.State;
import confidant.core.consent.Consents.Given;
import confidant.core.conversation.Conversations;
import confidant.core.reception.Reception.Admission;
import confidant.core.reception.Reception.Admitted;
import confidant.model.AttachmentId;
import confidant.model.Delivery;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.store.AttachmentStore.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pictures and files of the web chat. */
class FilesTest {
    private final FileHouse house = new FileHouse();
    private final Files files = house.files;

    @Test
    void file_isReadByItsClientAndTheirConcierge_andEachReadingIsInTheLedger() {
        Guest guest = house.test.guest(Lang.EN);

        Admitted admitted = house.say(guest, "key-0001", "our plan", upload("plan.pdf", large()));

        assertThat(admitted.what()).isEqualTo(Admission.ACCEPTED);
        Conversations.Line line = house.lines(house.mei, guest).get(0);
        assertThat(line.kind()).isEqualTo("file");
        assertThat(line.text().orElseThrow().reveal()).isEqualTo("our plan");
        FileLine file = line.file().orElseThrow();
        assertThat(file.state()).isEqualTo(State.HERE);
        assertThat(file.about().orElseThrow().name().reveal()).isEqualTo("plan.pdf");
        assertThat(file.about().orElseThrow().size()).isEqualTo(150_000);
        assertThat(house.read(house.mei, guest, file.id(), Optional.empty())).isEqualTo(large());
        assertThat(house.read(guest, file.id())).isEqualTo(large());
        assertThat(house.entries("receive"))
                .filteredOn(entry -> entry.classes().contains("attachment"))
                .hasSize(1);
        assertThat(house.entries("read"))
                .filteredOn(entry -> entry.classes().contains("attachment"))
                .extracting(entry -> entry.actor().role().word())
                .containsExactlyInAnyOrder("concierge", "concierge", "client");
    }

    @Test
    void whatIsStored_holdsNeitherNameNorBytes() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", words("marker of the plan"));

        Attachment row = row(guest, id);
        byte[] part =
                done(house.test.stores.attachments().part(id, row.body(), 0)).orElseThrow();

        assertThat(new String(part, StandardCharsets.ISO_8859_1)).doesNotContain("marker");
        assertThat(new String(row.about().bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("plan.pdf");
    }

    @Test
    void sameKeyAgain_keepsOneFile() {
        Guest guest = house.test.guest(Lang.EN);

        Admitted first = house.say(guest, "key-0001", "", upload("a.pdf", words("one")));
        Admitted again = house.say(guest, "key-0001", "", upload("a.pdf", words("one")));

        assertThat(again.what()).isEqualTo(Admission.DUPLICATE);
        assertThat(again.seq()).isEqualTo(first.seq());
        assertThat(done(house.test.stores.attachments().attachments(guest.pool(), guest.client())))
                .hasSize(1);
        assertThat(done(house.test.stores.attachments().pending())).isEmpty();
    }

    @Test
    void anotherPoolsFile_isAsNobodys() {
        Guest guest = house.test.guest(Lang.EN);
        Guest other = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", words("one"));

        assertThat(fails(files.open(house.sophie, guest.client(), id, Optional.empty())))
                .isInstanceOf(NotFound.class);
        assertThat(fails(files.open(other, id))).isInstanceOf(NotFound.class);
        assertThat(fails(files.remove(other, id))).isInstanceOf(NotFound.class);
        assertThat(fails(files.open(house.mei, other.client(), id, Optional.empty())))
                .isInstanceOf(NotFound.class);
        assertThat(fails(files.keep(house.mei, other.client(), id, Purpose.TRIP, true)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keptFile_servesBothPurposes_untilOneIsTakenBack() {
        Guest guest = house.test.guest(Lang.EN, Purpose.TRIP);
        AttachmentId id = house.send(guest, "key-0001", large());

        assertThat(answer(files.keep(house.mei, guest.client(), id, Purpose.TRIP, true)))
                .isTrue();
        assertThat(answer(files.keep(house.mei, guest.client(), id, Purpose.TRIP, true)))
                .isTrue();

        assertThat(row(guest, id).keys()).containsOnlyKeys(Purpose.SERVICE, Purpose.TRIP);
        assertThat(house.read(house.mei, guest, id, Optional.of(Purpose.TRIP))).isEqualTo(large());
        assertThat(done(files.kept(house.mei, guest.client(), Purpose.TRIP)))
                .singleElement()
                .satisfies(line -> assertThat(line.kept()).containsExactly(Purpose.TRIP));
        Map<Purpose, Sealed> both = row(guest, id).keys();

        done(house.test
                .rooms
                .consents()
                .withdraw(guest.ref(), Purpose.TRIP, new Given("privacy-page", "", Optional.empty())));

        assertThat(row(guest, id).keys()).containsOnlyKeys(Purpose.SERVICE);
        assertThat(refusal(files.open(house.mei, guest.client(), id, Optional.of(Purpose.TRIP))))
                .isEqualTo("consent-needed");
        assertThat(done(files.kept(house.mei, guest.client(), Purpose.TRIP))).isEmpty();
        assertThat(house.read(house.mei, guest, id, Optional.empty())).isEqualTo(large());
        // An old copy of the row opens nothing either, not even after a new yes.
        done(house.test.stores.attachments().rekey(row(guest, id), both));
        done(house.test.rooms.consents().give(guest.ref(), Purpose.TRIP, new Given("chat", "", Optional.empty())));
        assertThat(fails(files.open(house.mei, guest.client(), id, Optional.of(Purpose.TRIP))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keeping_asksForAYes_andCanBeUndone() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", words("one"));

        assertThat(refusal(files.keep(house.mei, guest.client(), id, Purpose.TRIP, true)))
                .isEqualTo("consent-needed");
        assertThat(refusal(files.keep(house.mei, guest.client(), id, Purpose.SHARING, true)))
                .isNotEmpty();
        assertThat(fails(files.keep(house.mei, guest.client(), id, Purpose.SERVICE, true)))
                .isInstanceOf(BadRequest.class);
        assertThat(fails(files.keep(house.mei, guest.client(), id, Purpose.CONFIDENCE, true)))
                .isInstanceOf(BadRequest.class);

        done(house.test.rooms.consents().give(guest.ref(), Purpose.TRIP, new Given("chat", "", Optional.empty())));
        answer(files.keep(house.mei, guest.client(), id, Purpose.TRIP, true));
        answer(files.keep(house.mei, guest.client(), id, Purpose.TRIP, false));
        assertThat(row(guest, id).keys()).containsOnlyKeys(Purpose.SERVICE);
    }

    @Test
    void fileBetweenUs_isReadForThatOnly_andNeverKept() {
        Guest guest = house.test.guest(Lang.EN, Purpose.TRIP);

        Admitted admitted =
                house.say(guest, "key-0001", "just between us: look at this", upload("a.pdf", words("secret")));

        assertThat(admitted.betweenUs()).isTrue();
        FileLine file = house.file(guest, admitted.seq());
        assertThat(row(guest, file.id()).keys()).containsOnlyKeys(Purpose.CONFIDENCE);
        assertThat(house.read(house.mei, guest, file.id(), Optional.empty())).isEqualTo(words("secret"));
        assertThat(fails(files.keep(house.mei, guest.client(), file.id(), Purpose.TRIP, true)))
                .isInstanceOf(NotFound.class);
        assertThat(house.entries("read"))
                .filteredOn(entry -> entry.classes().contains("confidence"))
                .isNotEmpty();
    }

    @Test
    void fileMarkedAfterwards_movesWithItsMessage_andLeavesTheTrip() {
        Guest guest = house.test.guest(Lang.EN, Purpose.TRIP);
        AttachmentId id = house.send(guest, "key-0001", large());
        answer(files.keep(house.mei, guest.client(), id, Purpose.TRIP, true));

        done(house.test.rooms.reception().say(guest, "key-0002", Personal.of("that was just between us")));

        assertThat(row(guest, id).keys()).containsOnlyKeys(Purpose.CONFIDENCE);
        assertThat(house.read(guest, id)).isEqualTo(large());
        assertThat(house.lines(house.mei, guest).get(0).purpose()).isEqualTo(Purpose.CONFIDENCE);
        assertThat(done(files.kept(house.mei, guest.client(), Purpose.TRIP))).isEmpty();
        assertThat(done(files.all(guest))).hasSize(1);

        UUID body = house.body(guest, id);
        done(house.test
                .rooms
                .consents()
                .withdraw(guest.ref(), Purpose.CONFIDENCE, new Given("chat", "", Optional.empty())));
        assertThat(house.left(id, body)).isFalse();
    }

    @Test
    void removedFile_isGoneForBoth_andItsMessageSaysSo() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", large());
        UUID body = house.body(guest, id);

        assertThat(answer(files.remove(guest, id))).isTrue();

        assertThat(house.left(id, body)).isFalse();
        assertThat(fails(files.open(guest, id))).isInstanceOf(NotFound.class);
        assertThat(done(files.all(guest))).isEmpty();
        assertThat(house.entries("untag")).extracting(LedgerEvent::classes).containsExactly(List.of("attachment"));
        house.test.clock.move(Duration.ofDays(2));
        assertThat(house.lines(house.mei, guest).get(0).file().orElseThrow().state())
                .isEqualTo(State.GONE);
    }

    @Test
    void concierge_sendsAFile_onceForAKey() {
        Guest guest = house.test.guest(Lang.EN);

        Conversations.Accepted first = answer(house.test
                .rooms
                .fileTalk()
                .send(house.mei, guest.client(), "reply-0001", Personal.of("here"), upload("offer.pdf", large())));
        Conversations.Accepted again = answer(house.test
                .rooms
                .fileTalk()
                .send(house.mei, guest.client(), "reply-0001", Personal.of("here"), upload("offer.pdf", large())));

        assertThat(again.seq()).isEqualTo(first.seq());
        assertThat(again.duplicate()).isTrue();
        done(house.test.wiring.sweep());
        FileLine file = house.file(guest, first.seq());
        assertThat(house.read(guest, file.id())).isEqualTo(large());
        assertThat(done(house.test.rooms.conversations().after(guest, 0, 10))
                        .lines()
                        .get(0)
                        .state())
                .isEqualTo(Delivery.SENT);
        assertThat(fails(house.test
                        .rooms
                        .fileTalk()
                        .send(house.sophie, guest.client(), "reply-0002", Personal.of(""), upload("a", words("b")))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void client_hasSoManyFilesAtMost() {
        Guest guest = house.test.guest(Lang.EN);
        AttachmentId id = house.send(guest, "key-0001", words("one"));
        Attachment one = row(guest, id);
        for (int i = 1; i < 300; i++) {
            done(house.test
                    .stores
                    .attachments()
                    .put(new Attachment(
                            one.pool(),
                            one.client(),
                            AttachmentId.random(),
                            one.at(),
                            one.body(),
                            1,
                            "",
                            one.about(),
                            Map.of())));
        }

        assertThat(fails(house.test
                        .rooms
                        .reception()
                        .say(guest, "key-0002", Personal.of(""), upload("a.pdf", words("two")))))
                .isInstanceOf(TooManyFiles.class);
    }

    private Attachment row(Guest guest, AttachmentId id) {
        return done(house.test.stores.attachments().attachment(guest.pool(), guest.client(), id))
                .orElseThrow();
    }
}
