package confidant.core.people;

import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.consent.Papers;
import confidant.model.Actor;
import confidant.model.Channel;
import confidant.model.Delivery;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.Timing;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What clients wish of what is sent to them unasked. The house looks at it on the client's behalf, as it does at their
 * language; nobody else sees it. A wish counts from its acknowledgement on, on every node.
 */
public final class Wishes {
    private static final String KIND = "wish";
    private static final String ID = "wish";
    private static final int LAST_MESSAGES = 200;

    private final House house;
    private final Papers papers;
    private final Notes notes;

    public Wishes(House house, Papers papers, Notes notes) {
        this.house = house;
        this.papers = papers;
        this.notes = notes;
    }

    public Future<Wish> of(Ref client) {
        return papers.read(Actor.of(client.client()), client, KIND, ID)
                .map(page -> page.map(found -> Wish.of(found.fields())).orElse(Wish.NONE));
    }

    /** Changes the wishes; leaves a line in the ledger that says so, not which. */
    public Future<Wish> change(Ref client, UnaryOperator<Wish> change) {
        Actor self = Actor.of(client.client());
        return notes.dropped("wish", self, client, Purpose.LEGAL, "", "changed")
                .compose(noted -> papers.write(
                        self,
                        client,
                        KIND,
                        ID,
                        false,
                        before -> change.apply(Wish.of(before)).fields()))
                .map(page -> Wish.of(page.fields()));
    }

    /** Takes the wishes of a client along to who they are next; once, so that what they wish there is not undone. */
    public Future<Void> carry(Ref from, Ref to) {
        return house.stores()
                .papers()
                .paper(to.pool(), to.client(), KIND, ID)
                .compose(there -> there.isPresent() ? Future.succeededFuture(Wish.NONE) : of(from))
                .compose(wish -> wish.equals(Wish.NONE)
                        ? Future.succeededFuture()
                        : change(to, before -> before.equals(Wish.NONE) ? wish : before)
                                .mapEmpty());
    }

    /** The same for a wish that was said at a time: it does not undo one that came after it. */
    public Future<Wish> changeAsOf(Ref client, Instant said, UnaryOperator<Wish> change) {
        return papers.read(Actor.of(client.client()), client, KIND, ID)
                .compose(page -> page.filter(found -> found.at().isAfter(said))
                        .map(later -> Future.succeededFuture(Wish.of(later.fields())))
                        .orElseGet(() -> change(client, change)));
    }

    /** Whether all that is sent unasked rests just now; asked again at the moment of sending. */
    public Future<Boolean> paused(Ref client, Purpose purpose) {
        return marketing(purpose)
                ? of(client)
                        .map(wish -> wish.pausedUntil()
                                .filter(until -> house.now().isBefore(until))
                                .isPresent())
                : Future.succeededFuture(false);
    }

    /** What stands in the way of an unasked message at a time; empty if nothing does. */
    Future<Optional<Timing>> timing(Ref client, Purpose purpose, Channel channel, ZoneId zone, Instant at) {
        if (!marketing(purpose)) {
            return Future.succeededFuture(Optional.empty());
        }
        return of(client).compose(wish -> {
            Optional<Timing> plain = plain(wish, channel, zone, at);
            return plain.isPresent() || wish.often().isEmpty()
                    ? Future.succeededFuture(plain)
                    : often(client, wish.often().get(), at);
        });
    }

    private static Optional<Timing> plain(Wish wish, Channel channel, ZoneId zone, Instant at) {
        if (wish.pausedUntil().filter(at::isBefore).isPresent()) {
            return Optional.of(later("client-paused", wish.pausedUntil().get(), at));
        }
        if (!wish.channels().isEmpty() && !wish.channels().contains(channel)) {
            return Optional.of(new Timing.Never("client-channel"));
        }
        ZonedDateTime local = at.atZone(zone);
        return wish.hours()
                .filter(hours -> !hours.contains(local.toLocalTime()))
                .map(hours -> later("client-hours", next(local, hours.from()), at));
    }

    private static Instant next(ZonedDateTime local, LocalTime from) {
        ZonedDateTime today = local.with(from);
        return (today.isAfter(local) ? today : today.plusDays(1)).toInstant();
    }

    private Future<Optional<Timing>> often(Ref client, Wish.Often often, Instant at) {
        Instant from = at.minus(often.span().length());
        return house.stores()
                .conversations()
                .before(client, Long.MAX_VALUE, LAST_MESSAGES)
                .map(messages -> {
                    List<Instant> sent = messages.stream()
                            .filter(this::unasked)
                            .map(StoredMessage::at)
                            .filter(one -> one.isAfter(from))
                            .sorted(Comparator.reverseOrder())
                            .toList();
                    return sent.size() < often.most()
                            ? Optional.empty()
                            : Optional.of(later(
                                    "client-often",
                                    sent.get(often.most() - 1).plus(often.span().length()),
                                    at));
                });
    }

    private boolean unasked(StoredMessage message) {
        return marketing(message.purpose())
                && message.state() != Delivery.CANCELLED
                && message.state() != Delivery.FAILED;
    }

    // What may come only after more than a day would come as a surprise: it does not come at all.
    private static Timing later(String rule, Instant when, Instant at) {
        return when.isAfter(at.plus(Duration.ofDays(1))) ? new Timing.Never(rule) : new Timing.Later(rule, when);
    }

    private boolean marketing(Purpose purpose) {
        return house.policy().purpose(purpose).filter(PurposeInfo::marketing).isPresent();
    }
}
