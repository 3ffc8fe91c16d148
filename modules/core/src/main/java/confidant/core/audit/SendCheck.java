package confidant.core.audit;

import confidant.core.BadRequest;
import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.ConsentBook.Standing;
import confidant.model.ConsentEvent;
import confidant.model.ConsentStatus;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Purpose;
import confidant.policy.PurposeInfo;
import confidant.policy.PurposeInfo.Basis;
import confidant.store.ConversationStore.Ref;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for sends that stand in the ledger while the consent they rest on was not valid at their moment; there must be none.
 * What is compared are two records that were written apart: the ledger's lines and the histories of consent. A step of consent
 * in the very millisecond of a send counts as taken before it.
 */
public final class SendCheck {
    private static final int MOST_ROWS = 200;

    private final House house;
    private final Auditing auditing;
    private final PseudonymList pseudonyms;

    public SendCheck(House house, Auditing auditing, Notes notes) {
        this.house = house;
        this.auditing = auditing;
        this.pseudonyms = new PseudonymList(house, notes);
    }

    /**
     * A send without valid consent.
     *
     * @param status how the consent stood at the moment of the send, and {@code since} when
     * @param stopped whether a drop of the same client and purpose follows at once: then the last check before the channel
     *     refused, and nothing left the house
     */
    public record Row(
            long index,
            Instant at,
            String pseudonym,
            Purpose purpose,
            String rule,
            ConsentStatus status,
            Optional<Instant> since,
            boolean stopped) {}

    /**
     * One part of the look.
     *
     * @param rows latest first
     * @param entries how many entries this part went through, {@code sends} how many of them rest on consent and are in the span
     * @param unjudged those of {@code sends} whose client has no history any more, or is none of this house
     * @param reached time of the oldest entry that this part saw; empty where it saw none
     * @param next cursor of the next part; empty on the last
     */
    public record Part(List<Row> rows, long entries, int sends, int unjudged, Optional<Instant> reached, String next) {}

    /**
     * Goes through the entries of the span, latest first, some ten thousand at a time. {@code BadRequest} for a span that is
     * none, or a cursor that is not ours. The question becomes an entry.
     */
    public Future<Part> look(OfficerId officer, String reason, Instant from, Instant to, String cursor) {
        if (!from.isBefore(to)) {
            return Future.failedFuture(new BadRequest("`from` is before `to`"));
        }
        return auditing.ask(officer, reason)
                .map(noted -> Auditing.before(cursor))
                .compose(before -> new SendScan(house.stores().ledger(), from, to, this::onConsent).run(before))
                .compose(this::judge);
    }

    // Of a purpose that the rules in force do not know any more, the strictest is taken.
    private boolean onConsent(Purpose purpose) {
        return house.policy().purpose(purpose).map(PurposeInfo::basis).orElse(Basis.CONSENT) == Basis.CONSENT;
    }

    private Future<Part> judge(SendScan scan) {
        Map<String, List<Auditing.Entry>> sends = new HashMap<>();
        scan.sends()
                .forEach(send -> sends.computeIfAbsent(send.event().subject(), absent -> new ArrayList<>())
                        .add(send));
        List<Row> rows = Collections.synchronizedList(new ArrayList<>());
        List<Long> unjudged = Collections.synchronizedList(new ArrayList<>());
        return pseudonyms
                .find(sends.keySet())
                .compose(known -> Lanes.each(
                        4,
                        sends.entrySet(),
                        of -> history(known, of.getKey()).onSuccess(history -> {
                            if (history.isEmpty()) {
                                of.getValue().forEach(send -> unjudged.add(send.index()));
                            } else {
                                of.getValue().forEach(send -> row(send, history).ifPresent(rows::add));
                            }
                        })))
                .map(judged -> part(scan, rows, unjudged));
    }

    // Who is known and never took a step has a history too: that of nothing, under which nothing may be sent.
    private Future<Optional<List<ConsentEvent>>> history(Map<String, Ref> known, String pseudonym) {
        Ref client = known.get(pseudonym);
        return client == null
                ? Future.succeededFuture(Optional.empty())
                : house.stores()
                        .consents()
                        .history(client.pool(), client.client())
                        .map(Optional::of);
    }

    private static Optional<Row> row(Auditing.Entry send, Optional<List<ConsentEvent>> history) {
        LedgerEvent event = send.event();
        Purpose purpose = new Purpose(event.purpose());
        Standing then = ConsentBook.at(history.orElseThrow(), event.at()).getOrDefault(purpose, Standing.NOTHING);
        return then.status().valid()
                ? Optional.empty()
                : Optional.of(new Row(
                        send.index(),
                        event.at(),
                        event.subject(),
                        purpose,
                        event.rule(),
                        then.status(),
                        then.status() == ConsentStatus.EXPIRED ? then.until().or(then::since) : then.since(),
                        false));
    }

    private static Part part(SendScan scan, List<Row> found, List<Long> unjudged) {
        List<Row> rows = found.stream()
                .sorted(Comparator.comparingLong(Row::index).reversed())
                .limit(MOST_ROWS)
                .map(row -> scan.stopped(row) ? stopped(row) : row)
                .toList();
        // What is behind the last row that fits is looked through again, and counted, with the next part.
        Optional<Row> cut = found.size() > rows.size() ? Optional.of(rows.get(rows.size() - 1)) : Optional.empty();
        long end = cut.map(Row::index).orElse(scan.end());
        return new Part(
                rows,
                scan.entriesDownTo(end),
                (int) scan.sends().stream().filter(send -> send.index() >= end).count(),
                (int) unjudged.stream().filter(index -> index >= end).count(),
                cut.map(Row::at).or(scan::reached),
                cut.isPresent() || !scan.over() ? Auditing.next(end) : "");
    }

    private static Row stopped(Row row) {
        return new Row(
                row.index(), row.at(), row.pseudonym(), row.purpose(), row.rule(), row.status(), row.since(), true);
    }
}
