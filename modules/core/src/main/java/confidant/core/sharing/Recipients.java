package confidant.core.sharing;

import confidant.core.Answer;
import confidant.core.House;
import confidant.core.gate.Gate;
import confidant.core.people.Directory;
import confidant.core.people.Reach;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.PieceId;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.policy.Timing;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Whether a client may get a piece now, and if not why. */
final class Recipients {
    static final String KIND = "share";
    private static final int LAST_MESSAGES = 100;

    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Reach reach;

    Recipients(House house, Gate gate, Directory directory, Reach reach) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.reach = reach;
    }

    /** Consent and time only: what has to hold at the moment of sending. Empty if nothing stands in the way. */
    Future<Optional<Standstill>> held(Actor actor, Ref client) {
        return gate.ask(actor, Act.SEND, DataClass.MESSAGE, Purpose.SHARING, client)
                .compose(answer -> answer instanceof Answer.Refused<?> refused
                        ? Future.succeededFuture(Optional.of(new Standstill(refused.rule(), refused.remedy())))
                        : directory
                                .manner(client)
                                .compose(manner -> reach.timing(client, Purpose.SHARING, manner.zone(), house.now()))
                                .map(Recipients::standstill));
    }

    /** The same and what was shared before, as the last hundred messages tell; sending itself knows it exactly. */
    Future<Optional<Standstill>> foreseen(Actor actor, Ref client, PieceId piece) {
        return held(actor, client)
                .compose(held -> held.isPresent() && !held.get().remedy().equals(Standstill.WAIT)
                        ? Future.succeededFuture(held)
                        : shared(client, piece).map(before -> before.or(() -> held)));
    }

    private Future<Optional<Standstill>> shared(Ref client, PieceId piece) {
        return directory
                .manner(client)
                .compose(manner -> house.stores()
                        .conversations()
                        .before(client, Long.MAX_VALUE, LAST_MESSAGES)
                        .map(messages -> before(messages, piece, manner.zone())));
    }

    private Optional<Standstill> before(List<StoredMessage> messages, PieceId piece, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(house.now(), zone);
        List<StoredMessage> shares =
                messages.stream().filter(one -> one.kind().equals(KIND)).toList();
        if (shares.stream().anyMatch(one -> one.ref().equals(piece.toString()))) {
            return Optional.of(Standstill.ALREADY);
        }
        return shares.stream()
                .filter(one -> LocalDate.ofInstant(one.at(), zone).equals(today))
                .findFirst()
                .map(one -> Standstill.CAP);
    }

    private static Optional<Standstill> standstill(Timing timing) {
        return timing.match(
                now -> Optional.empty(),
                later -> Optional.of(new Standstill(later.rule(), Standstill.WAIT)),
                never -> Optional.of(new Standstill(never.rule(), Standstill.NONE)));
    }
}
