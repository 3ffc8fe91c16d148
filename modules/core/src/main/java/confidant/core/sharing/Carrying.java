package confidant.core.sharing;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.audit.Notes;
import confidant.core.conversation.Writer;
import confidant.core.conversation.Writer.Words;
import confidant.core.conversation.Writer.Written;
import confidant.core.people.Directory;
import confidant.model.Actor;
import confidant.model.Author;
import confidant.model.ClientId;
import confidant.model.Personal;
import confidant.model.Purpose;
import confidant.model.ShareId;
import confidant.store.ConversationStore.Appended;
import confidant.store.ConversationStore.Once;
import confidant.store.ConversationStore.Ref;
import confidant.store.LibraryStore.Piece;
import confidant.store.LibraryStore.Share;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries a share out, recipient by recipient. The keys "this piece to this client" and "one share a day" are taken by the
 * same write that stores the message, so a share that is carried on after a crash, or by two nodes, reaches nobody twice.
 */
final class Carrying {
    private static final int LANES = 32;
    private static final Duration CAP_KEPT = Duration.ofDays(2);
    private static final String SENT = "sent";

    private final House house;
    private final Recipients recipients;
    private final Directory directory;
    private final Writer writer;
    private final Notes notes;
    private final Set<ShareId> underWay = ConcurrentHashMap.newKeySet();

    Carrying(House house, Recipients recipients, Directory directory, Writer writer, Notes notes) {
        this.house = house;
        this.recipients = recipients;
        this.directory = directory;
        this.writer = writer;
        this.notes = notes;
    }

    /** Carries it as far as it goes now; at once if this node is at it already. */
    Future<Void> carry(Share share) {
        if (!underWay.add(share.id())) {
            return Future.succeededFuture();
        }
        return house.stores()
                .library()
                .piece(share.pool(), share.piece())
                .compose(piece -> house.stores()
                        .library()
                        .open(share.id())
                        .compose(open -> Lanes.each(LANES, open, client -> one(share, piece, client))))
                .compose(done -> house.stores().library().open(share.id()))
                .compose(left -> left.isEmpty()
                        ? house.stores().library().done(share.pool(), share.id())
                        : Future.succeededFuture())
                .onComplete(done -> underWay.remove(share.id()));
    }

    private Future<Void> one(Share share, Optional<Piece> piece, ClientId id) {
        Ref client = new Ref(share.pool(), id);
        if (piece.filter(one -> one.expires().isAfter(house.now())).isEmpty()) {
            return drop(share, client, Standstill.EXPIRED);
        }
        return recipients.held(Actor.of(share.by()), client).compose(held -> {
            if (held.isEmpty()) {
                return send(share, piece.get(), client);
            }
            // Night ends by itself: the next sweep finds this recipient still open.
            return held.get().remedy().equals(Standstill.WAIT)
                    ? Future.succeededFuture()
                    : drop(share, client, held.get());
        });
    }

    private Future<Void> send(Share share, Piece piece, Ref client) {
        return directory
                .manner(client)
                .map(manner -> words(piece, LocalDate.ofInstant(house.now(), manner.zone())))
                .compose(words -> writer.write(Actor.of(share.by()), client, words))
                .compose(answer -> answer.match(
                        written -> written(share, client, written),
                        refused -> drop(share, client, new Standstill(refused.rule(), refused.remedy()))));
    }

    private static Words words(Piece piece, LocalDate today) {
        String text = Stream.of(piece.title(), piece.body(), piece.url())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        return new Words(
                Author.HOUSE,
                Purpose.SHARING,
                Recipients.KIND,
                piece.id().toString(),
                Personal.of(text),
                List.of(new Once(ever(piece), Optional.empty()), new Once("cap/share/" + today, Optional.of(CAP_KEPT))),
                OptionalLong.empty());
    }

    private static String ever(Piece piece) {
        return "share/" + piece.id();
    }

    private Future<Void> written(Share share, Ref client, Written written) {
        if (!(written.appended() instanceof Appended.Taken taken)) {
            return outcome(share, client, SENT);
        }
        if (!taken.key().equals("share/" + share.piece())) {
            return drop(share, client, Standstill.CAP);
        }
        // Perhaps it was this very share that sent it, before a crash or on another node.
        return house.stores()
                .conversations()
                .after(client, taken.seq() - 1, 1)
                .map(found -> found.stream()
                        .anyMatch(one -> one.seq() == taken.seq() && !one.at().isBefore(share.at())))
                .compose(own -> own ? outcome(share, client, SENT) : drop(share, client, Standstill.ALREADY));
    }

    private Future<Void> drop(Share share, Ref client, Standstill why) {
        return notes.dropped("drop", Actor.of(share.by()), client, Purpose.SHARING, why.rule(), "share")
                .compose(noted -> outcome(share, client, why.rule()));
    }

    private Future<Void> outcome(Share share, Ref client, String outcome) {
        return house.stores().library().outcome(share.id(), client.client(), outcome);
    }
}
