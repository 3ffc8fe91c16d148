package confidant.core.tagging;

import confidant.core.Answer;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Gate.Stand;
import confidant.core.gate.Pass;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.policy.Act;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes the tags of one purpose along to who a client is with their next concierge. It is the client's own act: policy is
 * asked as for them, on both sides, and each tag by its own class.
 */
public final class CarriedTags {
    private final House house;
    private final Gate gate;
    private final Tagging tagging;
    private final Notes notes;

    public CarriedTags(House house, Gate gate, Tagging tagging, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.tagging = tagging;
        this.notes = notes;
    }

    /**
     * Opens the card of {@code from} and seals it as the first one of {@code to}, who has agreed to the purpose; does nothing
     * where {@code to} has, or had, a card. What a tag was read from stays behind with the messages' numbers.
     */
    public Future<Void> carry(Ref from, Ref to, Purpose purpose) {
        Actor before = Actor.of(from.client());
        return house.stores()
                .tags()
                .card(from.pool(), from.client(), purpose)
                .compose(card -> card.isEmpty()
                        ? Future.succeededFuture()
                        : gate.stand(before, purpose, from)
                                .compose(reading -> reading.askAny(Act.READ, gate.classes(purpose))
                                        .match(
                                                pass -> tagging.cards()
                                                        .open(pass, card.get())
                                                        .compose(tags -> gate.stand(Actor.of(to.client()), purpose, to)
                                                                .compose(writing -> carry(
                                                                        pass,
                                                                        reading,
                                                                        writing,
                                                                        tags.orElse(List.of())))),
                                                refused -> Future.succeededFuture())));
    }

    private Future<Void> carry(Pass opened, Stand reading, Stand writing, List<Tag> tags) {
        List<Tag> kept = new ArrayList<>();
        TreeSet<DataClass> classes = new TreeSet<>();
        Optional<Pass> sealing = Optional.empty();
        for (Tag tag : tags) {
            Optional<TagKind> kind = house.policy().tagKind(tag.kind()).filter(known -> alive(tag));
            if (kind.isPresent()
                    && exact(reading, kind.get())
                    && writing.ask(Act.TAG, kind.get().dataClass()) instanceof Answer.Done<Pass> permitted) {
                sealing = Optional.of(permitted.value());
                classes.add(kind.get().dataClass());
                kept.add(new Tag(tag.id(), tag.kind(), tag.value(), tag.source(), 0, tag.since(), tag.until()));
            }
        }
        return sealing.map(pass -> write(opened, pass, List.copyOf(kept), List.copyOf(classes)))
                .orElseGet(Future::succeededFuture);
    }

    private Future<Void> write(Pass opened, Pass sealing, List<Tag> tags, List<DataClass> classes) {
        Ref from = opened.client();
        Ref to = sealing.client();
        return notes.passed("read", Actor.of(from.client()), opened, classes, tags.size())
                .compose(noted -> notes.passed("tag", Actor.of(to.client()), sealing, classes, tags.size()))
                .compose(noted -> tagging.cards().begin(sealing, tags))
                .compose(begun -> house.stores()
                        .tags()
                        .card(to.pool(), to.client(), sealing.opening().purpose()))
                .compose(card -> card.map(there -> tagging.cards().open(sealing, there))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                // Told by every repeat as well: the first time may have been cut off before.
                .onSuccess(there -> there.ifPresent(
                        all -> tagging.tell(to, sealing.opening().purpose(), all)))
                .mapEmpty();
    }

    private boolean alive(Tag tag) {
        return tag.until().filter(until -> !house.now().isBefore(until)).isEmpty();
    }

    private static boolean exact(Stand reading, TagKind kind) {
        return reading.ask(Act.READ, kind.dataClass()) instanceof Answer.Done<Pass> permitted
                && permitted.value().permit().precision() == Precision.EXACT;
    }
}
