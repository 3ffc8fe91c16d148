package confidant.core.people;

import confidant.core.House;
import confidant.model.Purpose;
import confidant.policy.Contact;
import confidant.policy.Timing;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whether a client may be written to at a time, unasked: blocks, channel windows, quiet hours, and what the client wishes. */
public final class Reach {
    private final House house;
    private final Directory directory;
    private final Wishes wishes;

    public Reach(House house, Directory directory, Wishes wishes) {
        this.house = house;
        this.directory = directory;
        this.wishes = wishes;
    }

    public Future<Timing> timing(Ref client, Purpose purpose, ZoneId zone, Instant at) {
        return directory.channel(client).compose(channel -> {
            Future<Optional<Head>> head = house.stores().conversations().head(client);
            Future<Boolean> blocked = house.stores().clients().isBlocked(client.pool(), client.client(), channel);
            return Future.all(head, blocked)
                    .map(both -> house.policy()
                            .timing(new Contact(
                                    channel,
                                    purpose,
                                    zone,
                                    at,
                                    head.result().flatMap(Head::clientAt),
                                    blocked.result(),
                                    false)))
                    .compose(rules -> rules instanceof Timing.Never
                            ? Future.succeededFuture(rules)
                            : wishes.timing(client, purpose, channel, zone, at)
                                    .map(wish -> wish.map(own -> stricter(rules, own))
                                            .orElse(rules)));
        });
    }

    private static Timing stricter(Timing rules, Timing wish) {
        boolean longer = rules instanceof Timing.Later a && wish instanceof Timing.Later b && a.at().isAfter(b.at());
        return longer ? rules : wish;
    }
}
