package confidant.core.figure;

import confidant.core.House;
import confidant.core.Lanes;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.ConsentBook.Standing;
import confidant.core.gate.Tally;
import confidant.core.privacy.Complaints;
import confidant.core.request.Requests;
import confidant.model.Channel;
import confidant.model.ClientId;
import confidant.model.ConsentStatus;
import confidant.model.PoolId;
import confidant.model.Purpose;
import confidant.policy.FigureQuestion;
import confidant.store.ConsentStore.Outline;
import confidant.store.ConversationStore.Head;
import confidant.store.ConversationStore.Ref;
import confidant.store.HouseStore.Concierge;
import confidant.store.PaperStore.Paper;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * True counts, for one moment and no eyes. Reads ids, channels, states of consent, times and lines of the ledger, which all lie
 * open in the store; no key is asked for.
 *
 * <p>INVARIANT: the cells of a question are known before it is counted, also those in which nobody is, and each client adds one
 * to one of them at most. The noise is drawn for that.
 */
final class Counting {
    /** The cells of consent: stands now, ended or refused, not answered yet. */
    static final List<String> CONSENT = List.of("given", "ended", "open");

    /** The cells of the last word: within 7, 30, 90 days, longer ago, never. */
    static final List<String> LAST_WORD = List.of("week", "month", "quarter", "longer", "never");

    /** The cells of those who wait; who waits for both is counted with the first. */
    static final List<String> OPEN = List.of(Complaints.KIND, Requests.KIND);

    private final House house;

    Counting(House house) {
        this.house = house;
    }

    Future<Map<String, Long>> count(Tally tally) {
        FigureQuestion question = tally.question();
        Purpose of = question.of().orElse(Purpose.SERVICE);
        return switch (question.counted()) {
            case CONCIERGE -> concierges();
            case CHANNEL -> channels();
            case LAST_WORD -> lastWords(house.now());
            case CONSENT -> consents(of, house.now());
            case SENT -> new LedgerCount(house.stores().ledger(), of, house.now()).count();
            case OPEN -> open();
        };
    }

    private static Map<String, Long> cells(List<String> names) {
        Map<String, Long> cells = new LinkedHashMap<>();
        names.forEach(name -> cells.put(name, 0L));
        return cells;
    }

    private static void add(Map<String, Long> cells, String name) {
        cells.computeIfPresent(name, (cell, count) -> count + 1);
    }

    private Future<List<Concierge>> staff() {
        return house.stores()
                .house()
                .concierges()
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(Concierge::handle))
                        .toList());
    }

    private Future<Map<String, Long>> pools(List<String> names, Function<Pool, Future<?>> work) {
        Map<String, Long> cells = cells(names);
        return staff().compose(all -> Lanes.each(1, all, one -> work.apply(new Pool(one.pool(), cells))))
                .map(cells);
    }

    private record Pool(PoolId id, Map<String, Long> cells) {}

    private Future<Set<ClientId>> clients(PoolId pool) {
        Set<ClientId> ids = new HashSet<>();
        return house.stores().clients().ids(pool, ids::addAll).map(ids);
    }

    private Future<Map<String, Long>> concierges() {
        Map<String, Long> cells = new LinkedHashMap<>();
        return staff().compose(all -> Lanes.each(
                        1,
                        all,
                        one -> clients(one.pool())
                                .onSuccess(ids -> cells.put(one.id().toString(), (long) ids.size()))))
                .map(cells);
    }

    private Future<Map<String, Long>> channels() {
        List<String> names = Arrays.stream(Channel.values()).map(Channel::word).toList();
        return pools(
                names,
                pool -> house.stores()
                        .clients()
                        .clients(
                                pool.id(),
                                rows -> rows.forEach(
                                        row -> add(pool.cells(), row.channel().word()))));
    }

    private Future<Map<String, Long>> lastWords(Instant now) {
        return pools(LAST_WORD, pool -> {
            Map<ClientId, Head> heads = new HashMap<>();
            return house.stores()
                    .conversations()
                    .heads(pool.id(), rows -> rows.forEach(head -> heads.put(head.client(), head)))
                    .compose(read -> clients(pool.id()))
                    .onSuccess(ids ->
                            ids.forEach(id -> add(pool.cells(), lastWord(Optional.ofNullable(heads.get(id)), now))));
        });
    }

    private static String lastWord(Optional<Head> head, Instant now) {
        Optional<Duration> ago = head.flatMap(Head::clientAt).map(at -> Duration.between(at, now));
        if (ago.isEmpty()) {
            return "never";
        }
        long days = ago.get().toDays();
        return days < 7 ? "week" : days < 30 ? "month" : days < 90 ? "quarter" : "longer";
    }

    private Future<Map<String, Long>> consents(Purpose of, Instant now) {
        return pools(CONSENT, pool -> {
            Map<ClientId, List<Outline>> histories = new HashMap<>();
            return house.stores()
                    .consents()
                    .outlines(
                            pool.id(),
                            steps -> steps.stream()
                                    .filter(step -> step.purpose().equals(of))
                                    .forEach(step -> histories
                                            .computeIfAbsent(step.client(), absent -> new ArrayList<>())
                                            .add(step)))
                    .compose(read -> clients(pool.id()))
                    .onSuccess(ids -> ids.forEach(id ->
                            add(pool.cells(), standing(histories.getOrDefault(id, List.of()), of, now))));
        });
    }

    private static String standing(List<Outline> history, Purpose of, Instant now) {
        List<Outline> steps = new ArrayList<>(history);
        steps.sort(Comparator.comparingLong(Outline::seq));
        ConsentStatus status =
                ConsentBook.fold(steps, now).getOrDefault(of, Standing.NOTHING).status();
        return switch (status) {
            case GIVEN, RENEWED -> "given";
            case REFUSED, WITHDRAWN, EXPIRED, REVOKED, INVALIDATED -> "ended";
            case NONE, UNKNOWN, REQUESTED, PENDING, DEFERRED -> "open";
        };
    }

    private Future<Map<String, Long>> open() {
        Map<String, Long> cells = cells(OPEN);
        Set<Ref> counted = new HashSet<>();
        Future<Void> read = Future.succeededFuture();
        for (String kind : OPEN) {
            read = read.compose(done -> house.stores().papers().open(kind))
                    .onSuccess(papers -> papers.stream()
                            .map(Counting::of)
                            .filter(counted::add)
                            .forEach(client -> add(cells, kind)))
                    .mapEmpty();
        }
        return read.map(cells);
    }

    private static Ref of(Paper paper) {
        return new Ref(paper.pool(), paper.client());
    }
}
