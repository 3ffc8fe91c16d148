package confidant.core.glass;

import confidant.core.Conflict;
import confidant.core.Fields;
import confidant.core.House;
import confidant.core.NotFound;
import confidant.core.audit.Auditing;
import confidant.core.audit.Notes;
import confidant.core.gate.Gate;
import confidant.core.gate.Pass;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.OfficerId;
import confidant.model.Personal;
import confidant.model.Precision;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.store.ConversationStore.Ref;
import confidant.store.GlassStore.Look;
import confidant.store.GlassStore.Review;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Officers review every look. They read what the concierge stated, and nothing that was seen by it. */
public final class LookReviews {
    /** How many months back reviewed looks are listed, with this one. What is not reviewed is listed whenever it was. */
    private static final int MONTHS = 3;

    private final House house;
    private final Gate gate;
    private final LookBook book;
    private final Auditing auditing;
    private final Notes notes;

    public LookReviews(House house, Gate gate, LookBook book, Auditing auditing, Notes notes) {
        this.house = house;
        this.gate = gate;
        this.book = book;
        this.auditing = auditing;
        this.notes = notes;
    }

    /**
     * A look as officers see it.
     *
     * @param id {@code pseudonym.look}
     * @param stands whether something can be read by it now
     */
    public record Row(String id, String pseudonym, Look look, boolean stands) {}

    /** All that are not reviewed, longest first, then those of the last months that are, latest first. */
    public Future<List<Row>> list(OfficerId officer, String reason) {
        return auditing.ask(officer, reason).compose(noted -> all());
    }

    private Future<List<Row>> all() {
        YearMonth month = YearMonth.from(house.now().atZone(ZoneOffset.UTC));
        List<Future<List<Look>>> parts = new ArrayList<>();
        parts.add(book.store().open());
        for (int back = 0; back < MONTHS; back++) {
            parts.add(book.store().begun(month.minusMonths(back)));
        }
        return Future.all(parts).map(done -> {
            Map<UUID, Look> all = new LinkedHashMap<>();
            parts.forEach(part -> part.result().forEach(look -> all.put(look.id(), look)));
            Comparator<Look> first = Comparator.comparing(Look::begun);
            List<Look> sorted = new ArrayList<>(all.values().stream()
                    .filter(look -> look.review().isEmpty())
                    .sorted(first)
                    .toList());
            all.values().stream()
                    .filter(look -> look.review().isPresent())
                    .sorted(first.reversed())
                    .forEach(sorted::add);
            return sorted.stream().map(this::row).toList();
        });
    }

    private Row row(Look look) {
        String pseudonym = auditing.pseudonym(look.client());
        return new Row(pseudonym + "." + look.id(), pseudonym, look, look.stands(house.now()));
    }

    private Future<Row> find(String id) {
        return all().map(rows ->
                rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("look")));
    }

    /**
     * What the concierge stated, for the review; empty where the client is gone and it went with them. The reading has its own rule
     * and leaves its own line.
     */
    public Future<Optional<Personal<String>>> statement(OfficerId officer, String id) {
        Actor actor = Actor.of(officer);
        return find(id).compose(row -> {
            Look look = row.look();
            Ref client = ref(look);
            return gate.ask(actor, Act.READ, DataClass.STATEMENT, Purpose.LEGAL, client)
                    .map(answer -> answer.match(pass -> pass, refused -> {
                        throw new NotFound("statement");
                    }))
                    .compose(pass -> look.words().isEmpty() || pass.permit().precision() != Precision.EXACT
                            ? Future.succeededFuture(Optional.empty())
                            : notes.look("glass.stated", actor, pass, DataClass.STATEMENT, 1, look.reason())
                                    .compose(noted -> open(pass, look)));
        });
    }

    private Future<Optional<Personal<String>>> open(Pass pass, Look look) {
        return gate.open(
                        pass,
                        "glass",
                        "words",
                        look.id().toString(),
                        0,
                        look.words().orElseThrow())
                .map(plain -> plain.map(bytes -> Personal.of(Fields.read(bytes).getOrDefault("text", ""))));
    }

    /** What an officer thought of it, once: whoever comes second gets {@code Conflict}. */
    public Future<Row> review(OfficerId officer, String id, boolean justified) {
        Actor actor = Actor.of(officer);
        return find(id).compose(row -> {
            Look look = row.look();
            Review review = new Review(officer, house.now(), justified);
            return unreviewed(look)
                    .compose(first -> notes.dropped(
                            "glass.reviewed",
                            actor,
                            ref(look),
                            look.purpose(),
                            "officer-audits",
                            justified ? "justified" : "not-justified"))
                    .compose(noted -> book.change(ref(look), look.id(), now -> {
                        if (now.review().isPresent()) {
                            throw new Conflict("the review");
                        }
                        return now.reviewed(review);
                    }))
                    .map(this::row);
        });
    }

    private static Future<Void> unreviewed(Look look) {
        return look.review().isEmpty() ? Future.succeededFuture() : Future.failedFuture(new Conflict("the review"));
    }

    private static Ref ref(Look look) {
        return new Ref(look.pool(), look.client());
    }
}
