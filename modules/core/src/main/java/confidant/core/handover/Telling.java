package confidant.core.handover;

import confidant.core.Guest;
import confidant.core.House;
import confidant.core.conversation.Writer;
import confidant.core.people.Directory;
import confidant.core.people.Staff;
import confidant.core.privacy.PrivacyDesk;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.Lang;
import confidant.model.Personal;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.Contact;
import confidant.policy.Timing;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is said to the client of a hand-over, each once. */
final class Telling {
    private final House house;
    private final Directory directory;
    private final Staff staff;
    private final PrivacyDesk privacy;
    private final Writer writer;

    Telling(House house, Directory directory, Staff staff, PrivacyDesk privacy, Writer writer) {
        this.house = house;
        this.directory = directory;
        this.staff = staff;
        this.privacy = privacy;
        this.writer = writer;
    }

    Future<Concierge> concierge(PoolId pool) {
        return staff.of(pool);
    }

    /** The concierges of the house beside the one of a pool, by name. */
    Future<List<Concierge>> others(PoolId pool) {
        return house.stores()
                .house()
                .concierges()
                .map(all -> all.stream()
                        .filter(one -> !one.pool().equals(pool))
                        .sorted(Comparator.comparing(Concierge::displayName))
                        .toList());
    }

    Future<Void> offer(Ref client, Offer offer, List<Concierge> others) {
        List<String> names = others.stream().map(Concierge::displayName).toList();
        return staff.of(client.pool())
                .compose(own -> link(client)
                        .compose(link -> directory
                                .manner(client)
                                .map(manner -> HandoverText.offer(
                                        manner.lang(),
                                        own.displayName(),
                                        offer.reason(),
                                        names,
                                        offer.until(),
                                        manner.zone(),
                                        link))
                                .compose(text -> say(client, offer, "offered", text))));
    }

    Future<Void> reminder(Ref client, Offer offer) {
        return link(client)
                .compose(link -> directory
                        .manner(client)
                        .map(manner -> HandoverText.reminder(manner.lang(), offer.until(), manner.zone(), link))
                        .compose(text -> say(client, offer, "reminder", text)));
    }

    Future<Void> nothing(Ref client, Offer offer) {
        return directory
                .manner(client)
                .compose(manner -> say(client, offer, "nothing", HandoverText.nothing(manner.lang())));
    }

    Future<Void> arrived(Ref from, Ref to, Offer offer) {
        return staff.of(from.pool())
                .compose(before -> staff.of(to.pool())
                        .compose(next -> directory
                                .manner(to)
                                .map(manner -> HandoverText.arrived(
                                        manner.lang(),
                                        before.displayName(),
                                        next.displayName(),
                                        titles(offer, manner.lang()),
                                        offer.choice()
                                                .filter(Offer.Choice::words)
                                                .isPresent()))
                                .compose(text -> say(to, offer, "arrived", text))));
    }

    private List<String> titles(Offer offer, Lang lang) {
        return house.policy().purposes().stream()
                .filter(info -> offer.choice()
                        .filter(choice -> choice.purposes().contains(info.purpose()))
                        .isPresent())
                .map(info -> info.title().get(lang))
                .toList();
    }

    /**
     * When the client may be reminded: as it is for what comes unasked, so not at night, though a reminder serves the service.
     */
    Future<Timing> timing(Ref client) {
        return directory.channel(client).compose(channel -> {
            Future<Optional<Head>> head = house.stores().conversations().head(client);
            Future<Boolean> blocked = house.stores().clients().isBlocked(client.pool(), client.client(), channel);
            return directory
                    .manner(client)
                    .compose(manner -> Future.all(head, blocked)
                            .map(both -> house.policy()
                                    .timing(new Contact(
                                            channel,
                                            Purpose.GREETING,
                                            manner.zone(),
                                            house.now(),
                                            head.result().flatMap(Head::clientAt),
                                            blocked.result(),
                                            false))));
        });
    }

    private Future<String> link(Ref client) {
        return privacy.link(new Guest(client.pool(), client.client())).map(link -> link + "&go=handover");
    }

    private Future<Void> say(Ref client, Offer offer, String what, Personal<String> text) {
        Once once = new Once("handover/" + offer.number() + "/" + what, Optional.empty());
        Writer.Words words = Writer.Words.of(Author.HOUSE, Purpose.SERVICE, "notice", text, once);
        return writer.write(Actor.assistant(), client, words).mapEmpty();
    }
}
