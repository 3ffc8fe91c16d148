package confidant.core.tagging;

import confidant.core.Answer;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.consent.ConsentBook;
import confidant.core.gate.Gate;
import confidant.core.gate.Gate.Stand;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.core.tagging.TagEnd.Why;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.policy.Act;
import confidant.policy.DataClassInfo;
import confidant.policy.PurposeInfo;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes what is over off one card, as the scheduler and by its rule; each class and cause leaves a line beforehand. */
final class CardSweep {
    private final House house;
    private final Gate gate;
    private final Tagging tagging;
    private final Notes notes;
    private final ConsentBook book;

    CardSweep(House house, Gate gate, Tagging tagging, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.tagging = tagging;
        this.notes = notes;
        this.book = new ConsentBook(house.stores().consents());
    }

    /** Whether there can be a readable card, now or after a renewal. */
    Future<Boolean> stands(Ref client, Purpose purpose, Directory directory) {
        boolean consented = house.policy()
                .purpose(purpose)
                .map(info -> info.basis() == PurposeInfo.Basis.CONSENT)
                .orElse(true);
        return directory
                .require(client.pool(), client.client())
                .compose(there -> consented
                        ? book.standing(client, purpose, house.now()).map(ConsentBook.Standing::live)
                        : Future.succeededFuture(true))
                .recover(failure ->
                        failure instanceof NotFound ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** @return how many were taken away; empty if the rules keep the card shut for now */
    Future<Optional<Integer>> take(Ref client, Purpose purpose, Instant now) {
        return gate.stand(Actor.scheduler(), purpose, client)
                .compose(stand -> stand.askAny(Act.EXPIRE, gate.classes(purpose))
                        .match(
                                pass -> open(stand, pass, now).map(Optional::of),
                                refused -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Integer> open(Stand stand, Pass pass, Instant now) {
        Ref client = pass.client();
        return house.stores()
                .tags()
                .card(client.pool(), client.client(), pass.opening().purpose())
                .compose(card -> card.map(stored -> tagging.cards().open(pass, stored))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .compose(tags -> {
                    List<Tag> over = tags.orElse(List.of()).stream()
                            .filter(tag -> over(stand, pass, tag, now))
                            .toList();
                    return over.isEmpty() ? Future.succeededFuture(0) : end(stand, pass, over, now);
                });
    }

    private Future<Integer> end(Stand stand, Pass pass, List<Tag> over, Instant now) {
        Future<Void> noted = Future.succeededFuture();
        for (Map.Entry<String, List<Tag>> part : parts(pass, over).entrySet()) {
            List<Tag> tags = part.getValue();
            DataClass what = dataClass(tags.get(0)).orElseThrow();
            Pass own = pass(stand, what).orElse(pass);
            String why = part.getKey().substring(part.getKey().indexOf(' ') + 1);
            noted = noted.compose(done -> notes.ended(Actor.scheduler(), own, what, tags.size(), why));
        }
        return noted.compose(done -> tagging.take(pass, tag -> over(stand, pass, tag, now)))
                .map(over.size());
    }

    private Map<String, List<Tag>> parts(Pass pass, List<Tag> over) {
        return over.stream()
                .collect(Collectors.groupingBy(
                        tag -> dataClass(tag).orElseThrow() + " " + why(end(pass, tag)),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private String why(TagEnd end) {
        return end.why(house) == Why.OWN
                ? "own-end"
                : "kept/" + keep(house, end.dataClass(house).orElseThrow()).toDays() + "-days";
    }

    private boolean over(Stand stand, Pass pass, Tag tag, Instant now) {
        return end(pass, tag).over(house, now)
                && dataClass(tag).flatMap(what -> pass(stand, what)).isPresent();
    }

    private static TagEnd end(Pass pass, Tag tag) {
        return TagEnd.of(pass.client(), pass.opening().purpose(), tag);
    }

    private static Optional<Pass> pass(Stand stand, DataClass what) {
        return stand.ask(Act.EXPIRE, what) instanceof Answer.Done<Pass> done
                ? Optional.of(done.value())
                : Optional.empty();
    }

    private Optional<DataClass> dataClass(Tag tag) {
        return house.policy().tagKind(tag.kind()).map(TagKind::dataClass);
    }

    /** How long a class is kept. */
    static Duration keep(House house, DataClass what) {
        return house.policy().classes().stream()
                .filter(info -> info.id().equals(what))
                .map(DataClassInfo::keep)
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
