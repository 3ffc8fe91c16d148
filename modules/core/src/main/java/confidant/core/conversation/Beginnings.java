package confidant.core.conversation;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.attachment.Attachments;
import confidant.core.attachment.FileLines;
import confidant.core.audit.Notes;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.Holds;
import confidant.core.conversation.Beginning.Part;
import confidant.core.gate.Gate;
import confidant.model.Actor;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.Act;
import confidant.policy.DataClassInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Ref;
import confidant.store.ConversationStore.StoredMessage;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds and takes away the beginnings of conversations. Only a beginning goes, so that numbers stay without gaps: a message
 * that must stay keeps those after it.
 */
final class Beginnings {
    private static final int PAGE = 200;

    private final House house;
    private final Gate gate;
    private final Holds holds;
    private final Notes notes;
    private final ConsentBook book;
    private final Attachments attachments;

    Beginnings(House house, Gate gate, Holds holds, Notes notes, Attachments attachments) {
        this.house = house;
        this.gate = gate;
        this.holds = holds;
        this.notes = notes;
        this.attachments = attachments;
        this.book = new ConsentBook(house.stores().consents());
    }

    /** What is over by {@code before}; empty where nothing is. Reads one message where the first is not over. */
    Future<Optional<Beginning>> of(Ref client, Instant before) {
        return house.stores()
                .conversations()
                .after(client, 0, 1)
                .compose(first -> first.isEmpty() || !over(first.get(0), before)
                        ? Future.succeededFuture(Optional.empty())
                        : house.stores()
                                .conversations()
                                .after(client, 0, PAGE)
                                .compose(page -> beginning(client, page, before).map(Optional::of)));
    }

    private Future<Beginning> beginning(Ref client, List<StoredMessage> page, Instant before) {
        List<StoredMessage> over =
                page.stream().takeWhile(message -> over(message, before)).toList();
        Map<Purpose, List<StoredMessage>> byPurpose = new LinkedHashMap<>();
        over.forEach(message -> byPurpose
                .computeIfAbsent(message.purpose(), none -> new ArrayList<>())
                .add(message));
        List<Part> parts = new ArrayList<>();
        Future<Void> asked = Future.succeededFuture();
        for (Map.Entry<Purpose, List<StoredMessage>> entry : byPurpose.entrySet()) {
            asked = asked.compose(done -> part(client, entry.getKey(), entry.getValue()))
                    .map(part -> {
                        parts.add(part);
                        return null;
                    });
        }
        return asked.compose(done -> holds.held(client))
                .map(held -> new Beginning(client, over, parts, upTo(over, parts), held, over.size() == PAGE));
    }

    private static long upTo(List<StoredMessage> over, List<Part> parts) {
        List<Purpose> going =
                parts.stream().filter(Part::goes).map(Part::purpose).toList();
        return over.stream()
                .takeWhile(message -> going.contains(message.purpose()))
                .reduce((first, last) -> last)
                .map(StoredMessage::seq)
                .orElse(0L);
    }

    private Future<Part> part(Ref client, Purpose purpose, List<StoredMessage> messages) {
        DataClass what = DataClass.ofWords(purpose);
        Duration keep = keep(what);
        Instant due = messages.get(0).at().plus(keep);
        return gate.ask(Actor.scheduler(), Act.EXPIRE, what, purpose, client)
                .compose(answer -> answer.match(
                        pass -> Future.succeededFuture(new Part(
                                purpose, what, keep, due, messages.size(), pass.rule(), Optional.of(pass), true)),
                        refused -> ended(client, purpose)
                                .map(ended -> new Part(
                                        purpose,
                                        what,
                                        keep,
                                        due,
                                        messages.size(),
                                        refused.rule(),
                                        Optional.empty(),
                                        ended))));
    }

    /** Whether the yes that the words rested on is over for good: their key is gone, and nothing is left to read. */
    private Future<Boolean> ended(Ref client, Purpose purpose) {
        boolean consented = house.policy()
                .purpose(purpose)
                .map(info -> info.basis() == Basis.CONSENT)
                .orElse(false);
        return consented
                ? book.standing(client, purpose, house.now()).map(standing -> !standing.live())
                : Future.succeededFuture(false);
    }

    private boolean over(StoredMessage message, Instant before) {
        return !message.at().plus(keep(DataClass.ofWords(message.purpose()))).isAfter(before);
    }

    private Duration keep(DataClass what) {
        return house.policy().classes().stream()
                .filter(info -> info.id().equals(what))
                .map(DataClassInfo::keep)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the rules have no class " + what));
    }

    /** @return how many were taken away */
    Future<Integer> take(Ref client, Instant now) {
        return of(client, now)
                .compose(found -> found.filter(one -> !one.held() && one.upTo() > 0)
                        .map(one -> leaving(client, one)
                                .compose(leaving -> leaving ? Future.succeededFuture(0) : take(one))
                                .compose(taken -> one.more() && taken > 0
                                        ? take(client, now).map(rest -> rest + taken)
                                        : Future.succeededFuture(taken)))
                        .orElseGet(() -> Future.succeededFuture(0)));
    }

    private Future<Boolean> leaving(Ref client, Beginning beginning) {
        return house.stores()
                .conversations()
                .pending(client)
                .map(rows -> rows.stream().anyMatch(row -> row.seq() <= beginning.upTo()));
    }

    private Future<Integer> take(Beginning beginning) {
        List<StoredMessage> going = beginning.over().stream()
                .filter(message -> message.seq() <= beginning.upTo())
                .toList();
        Future<Void> lines = Future.succeededFuture();
        for (Part part : beginning.parts()) {
            int count = (int) going.stream()
                    .filter(message -> message.purpose().equals(part.purpose()))
                    .count();
            lines = count == 0 ? lines : lines.compose(done -> note(beginning.client(), part, count));
        }
        return lines.compose(done -> Lanes.each(
                        1,
                        going.stream()
                                .flatMap(one -> FileLines.of(one).stream())
                                .toList(),
                        file -> attachments.discard(beginning.client(), file)))
                .compose(done -> house.stores().conversations().forget(beginning.client(), beginning.upTo()))
                .map(going.size());
    }

    private Future<Void> note(Ref client, Part part, int count) {
        return part.pass()
                .map(pass -> notes.ended(
                        Actor.scheduler(),
                        pass,
                        part.what(),
                        count,
                        "kept/" + part.keep().toDays() + "-days"))
                .orElseGet(() ->
                        notes.dropped("retention", Actor.scheduler(), client, part.purpose(), part.rule(), "key-gone"));
    }
}
