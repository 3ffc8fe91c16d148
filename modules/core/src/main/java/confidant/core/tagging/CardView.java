package confidant.core.tagging;

import confidant.core.Answer;
import confidant.core.House;
import confidant.core.audit.Notes;
import confidant.core.consent.Consents;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.greeting.Calendars;
import confidant.core.people.Directory;
import confidant.core.people.Profile;
import confidant.core.tagging.Tagging.NextOccasion;
import confidant.core.tagging.Tagging.Shown;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Tag;
import confidant.policy.Act;
import confidant.policy.Blunt;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import confidant.store.TagStore;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The client card as one reader may see it: each tag in the bluntest form that serves its purpose. */
public final class CardView {
    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Consents consents;
    private final Cards cards;
    private final Proposals proposals;
    private final Notes notes;

    public CardView(
            House house,
            Gate gate,
            Directory directory,
            Consents consents,
            Cards cards,
            Proposals proposals,
            Notes notes) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.consents = consents;
        this.cards = cards;
        this.proposals = proposals;
        this.notes = notes;
    }

    /** The tags of one purpose as shown; {@code unreadable} when they are kept but cannot be opened. */
    public record Part(Purpose purpose, List<Shown> tags, boolean unreadable) {}

    Future<Tagging.Card> card(Actor reader, Ref client) {
        Future<Profile> profile = directory.profile(reader, client);
        Future<List<Consents.State>> states = consents.states(client)
                .map(all -> all.values().stream()
                        .sorted(Comparator.comparing(Consents.State::purpose))
                        .toList());
        Future<List<Part>> parts = parts(reader, client);
        Future<List<confidant.model.TagProposal>> proposed = proposals.all(reader, client);
        return Future.all(profile, states, parts, proposed).map(done -> {
            Profile who = profile.result();
            List<Shown> tags = parts.result().stream()
                    .flatMap(part -> part.tags().stream())
                    .toList();
            List<Purpose> unreadable = parts.result().stream()
                    .filter(Part::unreadable)
                    .map(Part::purpose)
                    .toList();
            return new Tagging.Card(
                    who.name(),
                    who.channel(),
                    who.lang(),
                    who.zone().getId(),
                    states.result(),
                    tags,
                    occasions(tags, who),
                    proposed.result(),
                    unreadable);
        });
    }

    /** The tags that {@code reader} may see, purpose by purpose; one ledger line for each purpose that was opened. */
    public Future<List<Part>> parts(Actor reader, Ref client) {
        return house.stores().tags().cards(client.pool(), client.client()).compose(stored -> {
            List<Future<Part>> parts =
                    stored.stream().map(card -> part(reader, client, card)).toList();
            return Future.all(parts)
                    .map(all -> parts.stream()
                            .map(Future::result)
                            .sorted(Comparator.comparing(Part::purpose))
                            .toList());
        });
    }

    private Future<Part> part(Actor reader, Ref client, TagStore.Card card) {
        // The card is one sealed value, so whoever may read any class under this purpose may have it opened; each tag
        // is
        // then asked for by its own class before it is shown, and the line names the sharpest of those answers.
        Part closed = new Part(card.purpose(), List.of(), true);
        return gate.stand(reader, card.purpose(), client)
                .compose(stand -> stand.askAny(Act.READ, gate.classes(card.purpose()))
                        .match(
                                pass -> cards.open(pass, card)
                                        .compose(tags -> tags.isEmpty()
                                                ? Future.succeededFuture(closed)
                                                : shown(reader, stand, pass, tags.get())),
                                refused -> Future.succeededFuture(closed)));
    }

    private Future<Part> shown(Actor reader, Gate.Stand stand, Pass pass, List<Tag> tags) {
        Purpose purpose = pass.opening().purpose();
        List<Shown> shown = new ArrayList<>();
        TreeSet<DataClass> classes = new TreeSet<>();
        Pass sharpest = pass;
        for (Tag tag : tags) {
            Optional<TagKind> kind = house.policy().tagKind(tag.kind());
            boolean over =
                    tag.until().filter(until -> !house.now().isBefore(until)).isPresent();
            if (kind.isEmpty() || over) {
                continue;
            }
            if (stand.ask(Act.READ, kind.get().dataClass()) instanceof Answer.Done<Pass> permitted) {
                sharpest = shown.isEmpty() ? permitted.value() : sharper(sharpest, permitted.value());
                shown.add(shown(tag, permitted.value(), purpose));
                classes.add(kind.get().dataClass());
            }
        }
        Part part = new Part(purpose, List.copyOf(shown), false);
        return shown.isEmpty()
                ? Future.succeededFuture(part)
                : notes.passed("read", reader, sharpest, List.copyOf(classes), shown.size())
                        .map(part);
    }

    private static Pass sharper(Pass one, Pass other) {
        return other.permit().precision().compareTo(one.permit().precision()) < 0 ? other : one;
    }

    private Shown shown(Tag tag, Pass pass, Purpose purpose) {
        Precision precision = pass.permit().precision();
        LocalDate today = LocalDate.ofInstant(house.now(), java.time.ZoneOffset.UTC);
        Optional<Personal<String>> value = switch (precision) {
            case EXACT -> Optional.of(tag.value());
            case GENERAL ->
                Blunt.apply(pass.permit().transform(), tag.value().reveal(), today)
                        .map(Personal::of);
            case PRESENCE, NONE -> Optional.empty();
        };
        return new Shown(
                tag.id(),
                tag.kind(),
                value,
                precision,
                pass.permit().transform(),
                purpose,
                tag.source(),
                tag.evidence(),
                tag.since(),
                tag.until(),
                pass.rule());
    }

    private List<NextOccasion> occasions(List<Shown> tags, Profile who) {
        List<NextOccasion> next = new ArrayList<>();
        for (Shown tag : tags) {
            if (tag.purpose().equals(Purpose.GREETING) && tag.value().isPresent()) {
                Calendars.occasion(tag.kind(), tag.value().get().reveal())
                        .ifPresent(o -> next.add(new NextOccasion(o, Calendars.next(o, who.zone(), house.now()))));
            }
        }
        return next;
    }
}
