package confidant.core.glass;

import confidant.core.Answer;
import confidant.core.BadRequest;
import confidant.core.Conflict;
import confidant.core.Desk;
import confidant.core.Fields;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.core.people.Directory;
import confidant.core.tagging.Cards;
import confidant.model.ClientId;
import confidant.model.DataClass;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.model.Sealed;
import confidant.model.Tag;
import confidant.model.TagId;
import confidant.policy.Act;
import confidant.policy.Glass;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import confidant.store.GlassStore.Look;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a concierge sees exactly by breaking glass: one class of one client of their own pool for one purpose, while the rules, the
 * client's consent and the time allow it. Nothing is shown before the client was told.
 */
public final class Looks {
    private static final int LONGEST = 1000;

    private final House house;
    private final Gate gate;
    private final Directory directory;
    private final Cards cards;
    private final LookBook book;
    private final Telling telling;
    private final Notes notes;

    public Looks(
            House house, Gate gate, Directory directory, Cards cards, LookBook book, Telling telling, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.directory = directory;
        this.cards = cards;
        this.book = book;
        this.telling = telling;
        this.notes = notes;
    }

    /**
     * What a concierge asks for.
     *
     * @param id chosen by the one who asks, so that asking twice begins one look
     * @param reason a word of {@link Glass#reasons}
     * @param words their own statement, for the officer
     */
    public record Wanted(UUID id, DataClass what, Purpose purpose, String reason, Personal<String> words) {}

    /**
     * What a desk may do here.
     *
     * @param left how many looks the concierge has left today
     * @param standing their looks at this client that have not ended
     */
    public record View(Glass rules, int left, List<Look> standing) {}

    /** One tag, exactly. */
    public record Exact(TagId tag, String kind, Personal<String> value) {}

    /** What is seen by a look. */
    public record Seen(Look look, List<Exact> tags) {}

    public Future<View> view(Desk desk, ClientId client) {
        Glass rules = house.policy().glass();
        return directory.require(desk.pool(), client).compose(ref -> {
            Future<Integer> taken = book.store().taken(desk.concierge(), today());
            Future<List<Look>> looks = book.store().looks(ref.pool(), ref.client());
            return Future.all(taken, looks)
                    .map(both -> new View(
                            rules,
                            Math.max(0, rules.day() - taken.result()),
                            looks.result().stream()
                                    .filter(look -> look.concierge().equals(desk.concierge()))
                                    .filter(look -> look.stands(house.now()))
                                    .sorted(Comparator.comparing(Look::ends))
                                    .toList()));
        });
    }

    /**
     * Begins a look; with an id that was used before, answers with that look. {@code BadRequest} for a reason that the rules do not
     * list, a statement of no or too many words, or a class that is shown exactly anyway.
     */
    public Future<Answer<Look>> begin(Desk desk, ClientId client, Wanted wanted) {
        String words = wanted.words().reveal().strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return Future.failedFuture(new BadRequest("say why in 1 to 1,000 characters"));
        }
        if (house.policy().glass().reason(wanted.reason()).isEmpty()) {
            return Future.failedFuture(new BadRequest("this is no reason that the rules list"));
        }
        return directory
                .require(desk.pool(), client)
                .compose(ref -> book.find(ref, wanted.id())
                        .compose(found -> found.isPresent()
                                ? again(ref, same(found.get(), desk, wanted)).map(Answer.Done::new)
                                : ask(desk, ref, wanted)
                                        .compose(answer -> answer.match(
                                                pass -> begin(desk, pass, wanted, words)
                                                        .map(Answer.Done::new),
                                                refused -> refused(desk, ref, wanted, refused)))));
    }

    private static Look same(Look look, Desk desk, Wanted wanted) {
        boolean same = look.concierge().equals(desk.concierge())
                && look.what().equals(wanted.what())
                && look.purpose().equals(wanted.purpose());
        if (!same) {
            throw new BadRequest("this id was used for another look");
        }
        return look;
    }

    private Future<Answer<Pass>> ask(Desk desk, Ref ref, Wanted wanted) {
        return gate.stand(desk.actor(), wanted.purpose(), ref).compose(stand -> {
            boolean exact = stand.ask(Act.READ, wanted.what()) instanceof Answer.Done<Pass> read
                    && read.value().permit().precision() == Precision.EXACT;
            if (exact) {
                return Future.failedFuture(new BadRequest("this is shown exactly anyway"));
            }
            Answer<Pass> may = stand.ask(Act.BREAK, wanted.what());
            if (may instanceof Answer.Refused<Pass>) {
                return Future.succeededFuture(may);
            }
            Glass rules = house.policy().glass();
            return book.store()
                    .take(desk.concierge(), today(), rules.day(), wanted.id())
                    .map(taken -> taken ? may : new Answer.Refused<>(rules.rule(), "wait"));
        });
    }

    private Future<Answer<Look>> refused(Desk desk, Ref ref, Wanted wanted, Answer.Refused<Pass> refused) {
        return notes.dropped("glass.refused", desk.actor(), ref, wanted.purpose(), refused.rule(), wanted.reason())
                .map(new Answer.Refused<>(refused.rule(), refused.remedy()));
    }

    /** What broke off before the client was told is made good. */
    private Future<Look> again(Ref client, Look look) {
        return look.stands(house.now()) ? telling.begun(client, look).map(look) : Future.succeededFuture(look);
    }

    // The line first, then the look with its end, then the client is told of that end. Nothing is read before they are.
    private Future<Look> begin(Desk desk, Pass pass, Wanted wanted, String words) {
        return seal(desk, pass.client(), wanted.id(), words)
                .map(box -> look(desk, pass.client(), wanted, box))
                .compose(look -> notes.look("glass.begun", desk.actor(), pass, look.what(), 1, look.reason())
                        .compose(noted -> book.store().put(look))
                        .compose(put -> put
                                ? Future.succeededFuture(look)
                                : book.find(pass.client(), look.id())
                                        .map(there -> same(there.orElseThrow(), desk, wanted))))
                .compose(look -> again(pass.client(), look));
    }

    private Look look(Desk desk, Ref client, Wanted wanted, Sealed words) {
        return new Look(
                wanted.id(),
                client.pool(),
                client.client(),
                desk.concierge(),
                wanted.what(),
                wanted.purpose(),
                1,
                wanted.reason(),
                Optional.of(words),
                house.now(),
                house.now().plus(house.policy().glass().lasts()),
                0,
                Optional.empty(),
                "",
                Optional.empty());
    }

    private Future<Sealed> seal(Desk desk, Ref client, UUID id, String words) {
        return gate.ask(desk.actor(), Act.RECEIVE, DataClass.STATEMENT, Purpose.LEGAL, client)
                .map(answer -> answer.match(pass -> pass, refused -> {
                    throw new Conflict("the policy for keeping statements");
                }))
                .compose(pass ->
                        gate.seal(pass, "glass", "words", id.toString(), 0, Fields.write(Map.of("text", words))));
    }

    /**
     * What there is of the class of a look, exactly, as often as it is asked for while the look stands; each time a line. {@link
     * LookOver} afterwards. A purpose that was taken back ends it at once.
     */
    public Future<Answer<Seen>> read(Desk desk, ClientId client, UUID id) {
        return own(desk, client, id).compose(look -> {
            Ref ref = new Ref(look.pool(), look.client());
            if (!look.stands(house.now())) {
                return Future.failedFuture(new LookOver());
            }
            return gate.ask(desk.actor(), Act.BREAK, look.what(), look.purpose(), ref)
                    .compose(answer -> answer.match(
                            pass -> read(desk, pass, look).map(Answer.Done::new), refused -> over(ref, look, refused)));
        });
    }

    private Future<Answer<Seen>> over(Ref client, Look look, Answer.Refused<Pass> refused) {
        // Where consent is what is missing it was taken back, and a new yes is none to this look.
        Future<Void> ended = refused.remedy().equals("ask-consent")
                ? book.withdrawn(client, look.purpose())
                : Future.succeededFuture();
        return ended.map(done -> new Answer.Refused<>(refused.rule(), refused.remedy()));
    }

    private Future<Seen> read(Desk desk, Pass pass, Look asked) {
        Future<Look> told = asked.readings() == 0 ? again(pass.client(), asked) : Future.succeededFuture(asked);
        return told.compose(look -> counted(desk, pass, look));
    }

    private Future<Seen> counted(Desk desk, Pass pass, Look asked) {
        // Counted by a condition on the look as it stands, so nothing is read by one whose end was acknowledged before.
        return book.change(pass.client(), asked.id(), look -> {
                    if (!look.stands(house.now())) {
                        throw new LookOver();
                    }
                    return look.read();
                })
                .compose(look -> exact(pass, look)
                        .compose(tags -> notes.look(
                                        "glass.read", desk.actor(), pass, look.what(), tags.size(), look.reason())
                                .map(new Seen(look, tags))));
    }

    private Future<List<Exact>> exact(Pass pass, Look look) {
        return house.stores()
                .tags()
                .card(look.pool(), look.client(), look.purpose())
                .compose(card -> card.map(one -> cards.open(pass, one))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .map(tags -> tags.orElse(List.of()).stream()
                        .filter(tag -> of(tag, look.what()))
                        .map(tag -> new Exact(tag.id(), tag.kind(), tag.value()))
                        .toList());
    }

    private boolean of(Tag tag, DataClass what) {
        boolean over = tag.until().filter(until -> !house.now().isBefore(until)).isPresent();
        return !over
                && house.policy()
                        .tagKind(tag.kind())
                        .map(TagKind::dataClass)
                        .filter(what::equals)
                        .isPresent();
    }

    /** Ends a look before its time; repeating it is harmless. */
    public Future<Void> end(Desk desk, ClientId client, UUID id) {
        return own(desk, client, id).compose(look -> {
            if (!look.stands(house.now())) {
                return Future.succeededFuture();
            }
            Ref ref = new Ref(look.pool(), look.client());
            return book.change(ref, id, now -> now.end(house.now(), "hidden"))
                    .compose(ended -> notes.dropped(
                            "glass.ended", desk.actor(), ref, look.purpose(), "concierge-breaks-glass", "hidden"));
        });
    }

    private Future<Look> own(Desk desk, ClientId client, UUID id) {
        return directory
                .require(desk.pool(), client)
                .compose(ref -> book.find(ref, id))
                .map(found -> found.filter(look -> look.concierge().equals(desk.concierge()))
                        .orElseThrow(() -> new NotFound("look")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(house.now(), ZoneOffset.UTC);
    }
}
