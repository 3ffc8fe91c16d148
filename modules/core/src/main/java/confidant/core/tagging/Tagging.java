package confidant.core.tagging;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Desk;
import confidant.core.Guest;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.consent.Consents;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.model.Actor;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.Lang;
import confidant.model.Occasion;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.model.TagId;
import confidant.model.TagProposal;
import confidant.policy.Act;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Tags under purposes, and what the assistant proposes. */
public final class Tagging {
    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Cards cards;
    private final Proposals proposals;
    private final CardView view;
    private final Notes notes;
    private final List<TagChange> listeners = new CopyOnWriteArrayList<>();

    public Tagging(
            House house, Gate gate, Directory directory, Cards cards, Proposals proposals, CardView view, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.cards = cards;
        this.proposals = proposals;
        this.view = view;
        this.notes = notes;
    }

    /**
     * A tag as it may be shown.
     *
     * @param value blunted as {@code precision} says; empty when only presence may be known
     * @param rule the rule that decided
     */
    public record Shown(
            TagId id,
            String kind,
            Optional<Personal<String>> value,
            Precision precision,
            String transform,
            Purpose purpose,
            String source,
            long evidence,
            Instant since,
            Optional<Instant> until,
            String rule) {}

    /** The client card. {@code unreadable} lists purposes whose tags can no longer be opened. */
    public record Card(
            Optional<Personal<String>> name,
            Channel channel,
            Lang lang,
            String zone,
            List<Consents.State> consents,
            List<Shown> tags,
            List<NextOccasion> occasions,
            List<TagProposal> proposals,
            List<Purpose> unreadable) {}

    public record NextOccasion(Occasion occasion, Instant next) {}

    /** Adds a listener; called at wiring, before anything else. */
    public void onChange(TagChange listener) {
        listeners.add(listener);
    }

    public Future<Card> card(Desk desk, ClientId client) {
        return directory.require(desk.pool(), client).compose(ref -> view.card(desk.actor(), ref));
    }

    /** Notes a tag. {@code BadRequest} for an unknown kind, a value not in the kind's form, or a purpose it may not serve. */
    public Future<Answer<Tag>> tag(Desk desk, ClientId client, String kind, Personal<String> value, Purpose purpose) {
        TagKind known = kind(kind, purpose);
        Personal<String> canonical = TagForm.canonical(known, value);
        return directory
                .require(desk.pool(), client)
                .compose(ref -> note(desk.actor(), ref, known, canonical, purpose, "concierge", 0));
    }

    /** What the assistant believes to have read about a client and no concierge has confirmed, for the client to see. */
    public Future<List<TagProposal>> guesses(Guest guest) {
        return proposals.all(guest.actor(), guest.ref());
    }

    /** Takes a tag away; {@code NotFound} if there is none. */
    public Future<Void> remove(Desk desk, ClientId client, TagId tag) {
        return directory.require(desk.pool(), client).compose(ref -> remove(desk.actor(), ref, tag));
    }

    /** The client says that a tag is wrong. */
    public Future<Void> remove(Guest guest, TagId tag) {
        return remove(guest.actor(), guest.ref(), tag);
    }

    /**
     * The client puts a tag right: it keeps its id and its purpose, and is from now on the client's own word. {@code NotFound}
     * if there is none, {@code BadRequest} for a value not in the kind's form.
     */
    public Future<Answer<Tag>> correct(Guest guest, TagId id, Personal<String> value) {
        return view.parts(guest.actor(), guest.ref())
                .map(parts -> parts.stream()
                        .flatMap(part -> part.tags().stream())
                        .filter(tag -> tag.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("tag")))
                .compose(shown -> {
                    TagKind kind = kind(shown.kind(), shown.purpose());
                    Tag right = tag(id, kind, TagForm.canonical(kind, value), "client", 0);
                    return put(
                            guest.actor(),
                            guest.ref(),
                            kind,
                            shown.purpose(),
                            right,
                            tags -> tags.stream()
                                    .map(tag -> tag.id().equals(id) ? right : tag)
                                    .toList());
                });
    }

    public Future<Answer<Tag>> accept(Desk desk, ClientId client, TagId proposal) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> proposals
                        .read(desk.actor(), ref, proposal)
                        .compose(found -> note(
                                desk.actor(),
                                ref,
                                kind(found.kind(), found.purpose()),
                                found.value(),
                                found.purpose(),
                                "assistant",
                                found.evidence()))
                        .compose(answer -> answer instanceof Answer.Done<Tag>
                                ? proposals.take(ref, proposal).map(answer)
                                : Future.succeededFuture(answer)));
    }

    public Future<Void> drop(Desk desk, ClientId client, TagId proposal) {
        return directory.require(desk.pool(), client).compose(ref -> proposals.take(ref, proposal));
    }

    private Future<Answer<Tag>> note(
            Actor actor, Ref ref, TagKind kind, Personal<String> value, Purpose purpose, String source, long evidence) {
        Tag tag = tag(TagId.random(), kind, value, source, evidence);
        return put(actor, ref, kind, purpose, tag, tags -> with(tags, tag, kind));
    }

    private Tag tag(TagId id, TagKind kind, Personal<String> value, String source, long evidence) {
        Instant now = house.now();
        return new Tag(id, kind.id(), value, source, evidence, now, Optional.of(now.plus(kind.keep())));
    }

    private Future<Answer<Tag>> put(
            Actor actor, Ref ref, TagKind kind, Purpose purpose, Tag tag, UnaryOperator<List<Tag>> change) {
        return gate.ask(actor, Act.TAG, kind.dataClass(), purpose, ref)
                .compose(answer -> answer.match(
                        pass -> notes.passed("tag", actor, pass, List.of(kind.dataClass()), 1)
                                .compose(noted -> cards.change(pass, change))
                                .onSuccess(tags -> tell(ref, purpose, tags))
                                .map((Answer<Tag>) new Answer.Done<>(tag)),
                        refused -> Future.succeededFuture(new Answer.Refused<Tag>(refused.rule(), refused.remedy()))));
    }

    // Likes and plans may be many; of everything else there is one, and the new one takes its place.
    private static List<Tag> with(List<Tag> tags, Tag tag, TagKind kind) {
        boolean many = kind.form().equals("text");
        List<Tag> kept = new ArrayList<>(tags);
        kept.removeIf(
                old -> old.kind().equals(tag.kind()) && (!many || old.value().equals(tag.value())));
        kept.add(tag);
        return List.copyOf(kept);
    }

    private Future<Void> remove(Actor actor, Ref ref, TagId id) {
        Predicate<Tag> same = tag -> tag.id().equals(id);
        return house.stores().tags().cards(ref.pool(), ref.client()).compose(stored -> {
            Future<Boolean> removed = Future.succeededFuture(false);
            for (confidant.store.TagStore.Card card : stored) {
                removed = removed.compose(
                        done -> done ? Future.succeededFuture(true) : removeFrom(actor, ref, card, same));
            }
            return removed.map(done -> {
                if (!done) {
                    throw new NotFound("tag");
                }
                return null;
            });
        });
    }

    private Future<Boolean> removeFrom(Actor actor, Ref ref, confidant.store.TagStore.Card card, Predicate<Tag> same) {
        return gate.stand(actor, card.purpose(), ref)
                .map(stand -> stand.askAny(Act.TAG, gate.classes(card.purpose())))
                .compose(answer -> answer.match(
                        pass -> cards.open(pass, card).compose(tags -> {
                            if (tags.isEmpty() || tags.get().stream().noneMatch(same)) {
                                return Future.succeededFuture(false);
                            }
                            return notes.passed("untag", actor, pass, List.of(), 1)
                                    .compose(noted -> take(pass, same))
                                    .map(true);
                        }),
                        refused -> Future.succeededFuture(false)));
    }

    private TagKind kind(String id, Purpose purpose) {
        TagKind kind = house.policy().tagKind(id).orElseThrow(() -> new BadRequest("there is no such kind of tag"));
        // Sensitive kinds serve no purpose; policy refuses them with its own rule.
        if (!kind.purposes().isEmpty() && !kind.purposes().contains(purpose)) {
            throw new BadRequest("this kind of tag does not serve this purpose");
        }
        return kind;
    }

    Cards cards() {
        return cards;
    }

    /** Takes tags off one card under a pass; whoever calls has noted it. */
    Future<Void> take(Pass pass, Predicate<Tag> gone) {
        return cards.change(pass, all -> all.stream().filter(gone.negate()).toList())
                .onSuccess(left -> tell(pass.client(), pass.opening().purpose(), left))
                .mapEmpty();
    }

    void tell(Ref ref, Purpose purpose, List<Tag> tags) {
        listeners.forEach(listener -> listener.changed(ref, purpose, tags));
    }
}
