package confidant.app.sample;

import confidant.core.Guest;
import confidant.core.House;
import confidant.core.Rooms;
import confidant.core.audit.Notes;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.Consents.Given;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.greeting.Calendars;
import confidant.core.keys.Keys;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.tagging.Cards;
import confidant.model.Actor;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Occasion;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.model.TagId;
import confidant.policy.Act;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes invented clients as the rooms would: sealed, by policy, with their lines in the ledger. Every step repeats well. */
final class Introduction {
    private static final Given HOW = new Given("sample", "", Optional.empty());

    private final House house;
    private final Rooms rooms;
    private final Notes notes;
    private final Gate gate;
    private final Directory directory;
    private final Cards cards;

    Introduction(House house, Rooms rooms) {
        this.house = house;
        this.rooms = rooms;
        this.notes = new Notes(house);
        this.gate = new Gate(house, new ConsentBook(house.stores().consents()), new Keys(house));
        this.directory = new Directory(house, gate);
        this.cards = new Cards(house, gate);
    }

    static ClientId id(House house, int number) {
        return new ClientId(SampleStaff.id(house.id(), "client/" + number));
    }

    Future<Void> introduce(Concierge concierge, String lineAccount, Invented who) {
        return meet(concierge, lineAccount, who)
                .compose(client -> consents(client, who)
                        .compose(done -> tags(concierge, client, who))
                        .compose(done -> words(client, who)));
    }

    private Future<Ref> meet(Concierge concierge, String lineAccount, Invented who) {
        Profile profile =
                new Profile(Optional.of(Personal.of(who.name())), who.lang(), who.zone(), who.channel(), house.now());
        if (who.channel() == Channel.WEBCHAT) {
            return directory.register(concierge.pool(), id(house, who.number()), profile);
        }
        String user = "U"
                + SampleStaff.id(house.id(), "line/" + who.number()).toString().replace("-", "");
        Address address = new Address(Channel.LINE, lineAccount, Personal.of(user));
        return directory.meet(concierge.pool(), address, profile).map(Directory.Known::client);
    }

    private Future<Void> consents(Ref client, Invented who) {
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<Purpose, Boolean> answer : who.consents().entrySet()) {
            all = all.compose(done -> answer.getValue()
                            ? rooms.consents().give(client, answer.getKey(), HOW)
                            : rooms.consents().refuse(client, answer.getKey(), HOW))
                    .mapEmpty();
        }
        return all;
    }

    private Future<Void> tags(Concierge concierge, Ref client, Invented who) {
        Actor actor = Actor.of(concierge.id());
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<Purpose, List<Invented.Fact>> card : who.tags().entrySet()) {
            if (!card.getValue().isEmpty()) {
                all = all.compose(done -> card(actor, client, card.getKey(), card.getValue()));
            }
        }
        return all.compose(done -> occasions(client, who));
    }

    // Cards are written whole here, past the room that would plan the days in them.
    private Future<Void> occasions(Ref client, Invented who) {
        Future<Void> all = Future.succeededFuture();
        for (Invented.Fact fact : who.tags().getOrDefault(Purpose.GREETING, List.of())) {
            Optional<Occasion> occasion = Calendars.occasion(fact.kind(), fact.value());
            if (occasion.isPresent()) {
                all = all.compose(done -> rooms.greetings().plan(client, occasion.get(), who.zone()))
                        .mapEmpty();
            }
        }
        return all;
    }

    private Future<Void> card(Actor actor, Ref client, Purpose purpose, List<Invented.Fact> facts) {
        List<Tag> tags = facts.stream().map(this::tag).toList();
        List<DataClass> classes =
                facts.stream().map(fact -> kind(fact).dataClass()).distinct().toList();
        return gate.ask(actor, Act.TAG, classes.get(0), purpose, client)
                .compose(answer -> answer.match(
                        pass -> note(actor, pass, classes, tags), refused -> Future.<Void>succeededFuture()));
    }

    private Future<Void> note(Actor actor, Pass pass, List<DataClass> classes, List<Tag> tags) {
        return notes.passed("tag", actor, pass, classes, tags.size())
                .compose(noted -> cards.change(pass, before -> tags))
                .mapEmpty();
    }

    private Tag tag(Invented.Fact fact) {
        return new Tag(
                TagId.random(),
                fact.kind(),
                Personal.of(fact.value()),
                "concierge",
                0,
                house.now(),
                Optional.of(house.now().plus(kind(fact).keep())));
    }

    private TagKind kind(Invented.Fact fact) {
        return house.policy()
                .tagKind(fact.kind())
                .orElseThrow(() -> new IllegalStateException("the policies know no `" + fact.kind() + "`"));
    }

    private Future<Void> words(Ref client, Invented who) {
        Future<Void> all = Future.succeededFuture();
        Guest guest = new Guest(client.pool(), client.client());
        for (String text : who.words()) {
            // The number of the words is their key, so that a second fill says nothing twice.
            String key = "sample-" + who.words().indexOf(text);
            all = all.compose(done -> rooms.reception().say(guest, key, Personal.of(text)))
                    .mapEmpty();
        }
        return all;
    }
}
