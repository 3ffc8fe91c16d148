package confidant.core.handover;

import static confidant.core.TestHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.TestHouse;
import confidant.core.audit.Auditing.Filter;
import confidant.core.handover.Offer.Reason;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.ConsentStatus;
import confidant.model.Lang;
import confidant.model.LedgerEvent;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A house of two concierges, with short ways to offer, choose and look at what became of it. */
abstract class HandoverHouse {
    final TestHouse test = new TestHouse();
    final Handovers handovers = test.rooms.handovers();
    final Desk mei = test.desk(test.mei);
    final Desk sophie = test.desk(test.sophie);

    Guest offered() {
        Guest guest = test.guest(Lang.EN);
        done(handovers.offer(mei, guest.client(), Reason.LEAVE));
        return guest;
    }

    Guest tagged(Purpose... purposes) {
        Guest guest = test.guest(Lang.EN, purposes);
        done(test.rooms.tagging().tag(mei, guest.client(), "likes", Personal.of("tea"), Purpose.PERSONALISATION));
        return guest;
    }

    void say(Guest guest, String text) {
        done(test.rooms.reception().say(guest, "m-" + text.hashCode(), Personal.of(text)));
    }

    /** Lets everything of a hand-over happen, and tells who the client is after it. */
    Ref settled(Guest guest) {
        done(handovers.run());
        test.clock.move(Duration.ofSeconds(11));
        done(handovers.run());
        assertThat(done(test.stores.papers().open("handover"))).isEmpty();
        return done(test.stores.clients().successor(guest.ref())).orElseThrow();
    }

    List<StoredMessage> messages(Ref client) {
        return done(test.stores.conversations().after(client, 0, 100));
    }

    List<String> texts(Ref client) {
        return done(test.rooms.conversations().after(new Guest(client.pool(), client.client()), 0, 100))
                .lines()
                .stream()
                .map(line -> line.text().orElseThrow().reveal())
                .toList();
    }

    List<String> notices(Guest guest) {
        return done(test.rooms.conversations().after(guest, 0, 100)).lines().stream()
                .filter(line -> line.kind().equals("notice"))
                .map(line -> line.text().orElseThrow().reveal())
                .toList();
    }

    List<Shown> tags(Desk desk, Guest guest) {
        return tags(desk, guest.ref());
    }

    List<Shown> tags(Desk desk, Ref client) {
        return done(test.rooms.tagging().card(desk, client.client())).tags();
    }

    ConsentStatus status(Ref client, Purpose purpose) {
        return done(test.rooms.consents().status(client, purpose));
    }

    List<LedgerEvent> lines(String event) {
        done(test.rooms.auditing().sequence());
        Filter filter = new Filter(Optional.of(event), Optional.empty(), Optional.empty(), Optional.empty());
        List<LedgerEvent> found = new ArrayList<>();
        String cursor = "";
        do {
            var page = done(test.rooms.auditing().entries(test.officer(), "audit", filter, cursor, 100));
            page.entries().forEach(entry -> found.add(entry.event()));
            cursor = page.next();
        } while (!cursor.isEmpty());
        return found;
    }
}
