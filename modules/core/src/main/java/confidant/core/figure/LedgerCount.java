package confidant.core.figure;

import confidant.core.BadRequest;
import confidant.core.audit.EntryText;
import confidant.model.LedgerEvent;
import confidant.model.Purpose;
import confidant.store.LedgerStore;
import confidant.store.LedgerStore.Indexed;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clients by what became of the latest message of one purpose in 30 days, told by the ledger. Walks down from its end, so the
 * first line about a client is their latest, and the others are not counted.
 */
final class LedgerCount {
    /** Left; stopped because the client had not agreed; stopped by any other rule, such as quiet hours or a block. */
    static final List<String> CELLS = List.of("sent", "no-consent", "stopped");

    private static final Duration SPAN = Duration.ofDays(30);
    private static final String CONSENT_RULE = "consent-needed";
    private static final int SLICE = 1_000;
    private static final int LOOK = 1_000_000;

    private final LedgerStore ledger;
    private final Purpose purpose;
    private final Instant from;
    private final Set<String> counted = new HashSet<>();
    private final Map<String, Long> cells = new LinkedHashMap<>();

    LedgerCount(LedgerStore ledger, Purpose purpose, Instant now) {
        this.ledger = ledger;
        this.purpose = purpose;
        this.from = now.minus(SPAN);
        CELLS.forEach(cell -> cells.put(cell, 0L));
    }

    Future<Map<String, Long>> count() {
        return walk(Long.MAX_VALUE, 0).map(cells);
    }

    private Future<Void> walk(long before, int looked) {
        // Half of a span would be counted as if it were the whole.
        return looked >= LOOK
                ? Future.failedFuture(new BadRequest("the ledger of 30 days is too long to be counted at once"))
                : ledger.listed(before, SLICE).compose(slice -> {
                    boolean within = take(slice);
                    return slice.size() < SLICE || !within
                            ? Future.succeededFuture()
                            : walk(slice.get(slice.size() - 1).index(), looked + SLICE);
                });
    }

    // Lines wait a moment before they are put in order, so only a whole slice before the span is the end of it.
    private boolean take(List<Indexed> slice) {
        boolean within = false;
        for (Indexed one : slice) {
            LedgerEvent event = EntryText.read(one.entry());
            if (event.at().isBefore(from)) {
                continue;
            }
            within = true;
            boolean sent = event.event().equals("send");
            if ((sent || event.event().equals("drop"))
                    && event.purpose().equals(purpose.id())
                    && counted.add(event.subject())) {
                String cell = sent ? "sent" : event.rule().equals(CONSENT_RULE) ? "no-consent" : "stopped";
                cells.merge(cell, 1L, Long::sum);
            }
        }
        return within;
    }
}
