package confidant.core.dispatch;

import confidant.core.Fields;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.core.people.Staff;
import confidant.core.people.Wishes;
import confidant.core.port.Courier;
import confidant.core.port.Courier.Outcome;
import confidant.core.port.Courier.Outgoing;
import confidant.model.Actor;
import confidant.model.Address;
import confidant.model.Channel;
import confidant.model.DataClass;
import confidant.model.Personal;
import confidant.policy.Act;
import confidant.store.ConversationStore.OutboxRow;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One try to send one message: policy is asked again at this moment, the words are opened at this moment, and the ledger
 * has the line before the channel has the words. What rests on consent is asked for once more when all is ready, as the last
 * thing before the channel gets it, so that no withdrawal slips in between: one read more for each such message.
 */
public final class Delivering {
    static final String BY_REPLY = "/reply";
    private static final String BY_PUSH = "/push";
    private static final int TRIES = 12;

    private record Row(confidant.store.ConversationStore.Ref client, long seq) {}

    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Staff staff;
    private final Notes notes;
    private final ReplyTokens tokens;
    private final Wishes wishes;
    private final Map<Channel, Courier> couriers;
    private final Map<Row, Personal<String>> taken = new ConcurrentHashMap<>();

    public Delivering(
            House house,
            Gate gate,
            Directory directory,
            Staff staff,
            Notes notes,
            ReplyTokens tokens,
            Wishes wishes,
            Map<Channel, Courier> couriers) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.staff = staff;
        this.notes = notes;
        this.tokens = tokens;
        this.wishes = wishes;
        this.couriers = Map.copyOf(couriers);
    }

    /**
     * By which means the row is about to be sent; part of the lease's owner, so that whoever finds the row after a crash
     * knows whether a second try could double it.
     */
    String means(OutboxRow row) {
        Optional<Personal<String>> token =
                row.attempts() == 0 ? tokens.take(row.conversation(), row.channel()) : Optional.empty();
        token.ifPresent(value -> taken.put(new Row(row.conversation(), row.seq()), value));
        return token.isPresent() ? BY_REPLY : BY_PUSH;
    }

    Future<Settlement> deliver(OutboxRow row, String owner) {
        Optional<Personal<String>> token = Optional.ofNullable(taken.remove(new Row(row.conversation(), row.seq())));
        return house.stores()
                .conversations()
                .after(row.conversation(), row.seq() - 1, 1)
                .compose(found -> found.isEmpty() || found.get(0).seq() != row.seq()
                        ? Future.succeededFuture(Settlement.failed("message-missing"))
                        : permit(row, found.get(0), token));
    }

    private Future<Settlement> permit(OutboxRow row, StoredMessage message, Optional<Personal<String>> token) {
        return staff.sender(
                        message.author(), message.purpose(), row.conversation().pool())
                .compose(actor -> gate.ask(actor, Act.SEND, DataClass.MESSAGE, message.purpose(), row.conversation())
                        .compose(answer -> answer.match(
                                pass -> blocked(row, actor, pass)
                                        .compose(stop -> stop
                                                ? drop(row, actor, "channel-blocked")
                                                : paused(row, actor, () -> open(row, message, actor, pass, token))),
                                refused -> drop(row, actor, refused.rule()))));
    }

    // A pause beats what was queued before it.
    private Future<Settlement> paused(OutboxRow row, Actor actor, Supplier<Future<Settlement>> otherwise) {
        return wishes.paused(row.conversation(), row.purpose())
                .compose(paused -> paused ? drop(row, actor, "client-paused") : otherwise.get());
    }

    private Future<Boolean> blocked(OutboxRow row, Actor actor, Pass pass) {
        if (row.channel() == Channel.WEBCHAT) {
            return Future.succeededFuture(false);
        }
        return house.stores()
                .clients()
                .isBlocked(row.conversation().pool(), row.conversation().client(), row.channel());
    }

    private Future<Settlement> drop(OutboxRow row, Actor actor, String rule) {
        return notes.dropped("drop", actor, row.conversation(), row.purpose(), rule, "at-sending")
                .map(Settlement.cancelled(rule));
    }

    private Future<Settlement> open(
            OutboxRow row, StoredMessage message, Actor actor, Pass pass, Optional<Personal<String>> token) {
        return gate.open(pass, "message", "text", message.id().toString(), 0, message.text())
                .compose(plain -> plain.isEmpty()
                        ? drop(row, actor, "key-destroyed")
                        : address(row, actor)
                                .compose(address -> address.isEmpty()
                                        ? Future.succeededFuture(Settlement.failed("no-address"))
                                        : notes.passed("send", actor, pass, List.of(DataClass.MESSAGE), 1)
                                                .compose(noted -> last(
                                                        row,
                                                        actor,
                                                        pass,
                                                        new Outgoing(
                                                                row.id(),
                                                                address.get(),
                                                                Fields.text(plain.get()),
                                                                token)))));
    }

    // A yes that was taken back and given anew meanwhile is another one than the words were written under.
    private Future<Settlement> last(OutboxRow row, Actor actor, Pass pass, Outgoing message) {
        return gate.ask(actor, Act.SEND, DataClass.MESSAGE, pass.opening().purpose(), row.conversation())
                .compose(answer -> answer.match(
                        still -> still.grant() == pass.grant() ? send(row, message) : drop(row, actor, "consent-anew"),
                        refused -> drop(row, actor, refused.rule())));
    }

    private Future<Optional<Address>> address(OutboxRow row, Actor actor) {
        if (row.channel() == Channel.WEBCHAT) {
            return Future.succeededFuture(Optional.of(
                    new Address(Channel.WEBCHAT, "web", Personal.of(row.id().toString()))));
        }
        return directory.address(actor, row.conversation(), row.channel());
    }

    private Future<Settlement> send(OutboxRow row, Outgoing message) {
        Courier courier = couriers.get(row.channel());
        if (courier == null) {
            return Future.succeededFuture(Settlement.failed("no-courier"));
        }
        return courier.send(message).map(outcome -> settlement(row, outcome));
    }

    private Settlement settlement(OutboxRow row, Outcome outcome) {
        if (outcome instanceof Outcome.Sent) {
            return Settlement.sent();
        }
        if (outcome instanceof Outcome.Refused refused) {
            return Settlement.failed(refused.reason());
        }
        if (outcome instanceof Outcome.Unknown unknown && !unknown.safeToRetry()) {
            return Settlement.unknown("no-answer");
        }
        if (row.attempts() >= TRIES) {
            return outcome instanceof Outcome.Unknown
                    ? Settlement.unknown("no-answer")
                    : Settlement.failed("tried-too-often");
        }
        Duration pause = outcome instanceof Outcome.Later later ? later.pause() : backoff(row.attempts());
        return Settlement.later(house.now().plus(pause));
    }

    private static Duration backoff(int attempts) {
        return Duration.ofSeconds(Math.min(300, 1L << Math.min(8, attempts)));
    }
}
