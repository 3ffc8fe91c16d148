package confidant.core.audit;

import static confidant.core.TestHouse.done;
import static confidant.core.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import confidant.core.BadRequest;
import confidant.core.SmallHouse;
import confidant.core.audit.Auditing.Entry;
import confidant.core.audit.Auditing.Filter;
import confidant.model.Actor;
import confidant.model.LedgerEvent;
import confidant.model.OfficerId;
import confidant.model.Precision;
import confidant.store.LedgerStore.Indexed;
import confidant.store.LedgerStore.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Entries for a file: by the filters of the list, in slices, noted before the first, and the end says whether that was all. */
class EntryWalkTest {
    private static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final SmallHouse small = new SmallHouse();
    private final Auditing auditing = small.rooms.auditing();
    private final OfficerId officer = new OfficerId(new UUID(1, 1));

    @Test
    void walk_isNotedWithReasonAndForm_beforeItsFirstSlice() {
        EntryWalk walk = walk(ALL, "");
        long bucket = Math.floorDiv(small.house.now().getEpochSecond(), 10);
        assertThat(done(small.memory.ledger().waiting(bucket, 100)))
                .extracting(Waiting::entry)
                .map(EntryText::read)
                .anyMatch(e -> e.event().equals("audit")
                        && e.note().equals("request/export-csv")
                        && e.actor().equals(Actor.of(officer)));
        assertThat(walk.taken()).isZero();
        assertThat(failure(auditing.walk(officer, "curiosity", "csv", ALL, ""))).isInstanceOf(BadRequest.class);
        assertThat(failure(auditing.walk(officer, "audit", "csv", ALL, "x"))).isInstanceOf(BadRequest.class);
    }

    @Test
    void files_togetherHoldEachEntryOnce_howeverLongTheLedger() {
        int all = EntryWalk.MOST + 1_234;
        plant(all, i -> line("read", "greeting", Actor.scheduler()));

        EntryWalk first = walk(ALL, "");
        List<Entry> taken = new ArrayList<>(rest(first));
        assertThat(taken).hasSize(EntryWalk.MOST);
        assertThat(first.next())
                .isEqualTo(Long.toString(taken.get(taken.size() - 1).index()));
        EntryWalk second = walk(ALL, first.next());
        taken.addAll(rest(second));
        assertThat(second.next()).isEmpty();
        assertThat(taken).hasSize(all).extracting(Entry::index).doesNotHaveDuplicates();
    }

    @Test
    void list_andFile_areFilteredAlike_byEventFamilyPurposeRoleAndActor() {
        Actor other = new Actor(Actor.Role.CONCIERGE, "concierge-2");
        plant(
                60,
                i -> line(
                        i % 2 == 0 ? "erasure.final" : "erasures",
                        i % 3 == 0 ? "greeting" : "sharing",
                        i % 5 == 0 ? other : Actor.scheduler()));

        assertThat(both(filter("erasure", "", "", ""))).hasSize(30);
        assertThat(both(filter("erasure.final", "", "", ""))).hasSize(30);
        assertThat(both(filter("", "greeting", "", ""))).hasSize(20);
        assertThat(both(filter("", "", "concierge", ""))).hasSize(12);
        assertThat(both(filter("", "", "", "concierge-2"))).hasSize(12);
        assertThat(both(filter("erasure", "greeting", "concierge", "concierge-2")))
                .hasSize(2);
    }

    private List<Entry> both(Filter filter) {
        List<Entry> file = rest(walk(filter, ""));
        assertThat(done(auditing.entries(officer, "audit", filter, "", 500)).entries())
                .isEqualTo(file);
        return file;
    }

    private static Filter filter(String event, String purpose, String role, String actor) {
        return new Filter(
                some(event),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                some(purpose),
                some(role),
                some(actor));
    }

    private static Optional<String> some(String word) {
        return Optional.of(word).filter(given -> !given.isEmpty());
    }

    private EntryWalk walk(Filter filter, String cursor) {
        return done(auditing.walk(officer, "request", "csv", filter, cursor));
    }

    private static List<Entry> rest(EntryWalk walk) {
        List<Entry> all = new ArrayList<>();
        while (!walk.over()) {
            List<Entry> slice = done(walk.slice());
            assertThat(slice).hasSizeLessThanOrEqualTo(1_000);
            all.addAll(slice);
        }
        assertThat(walk.taken()).isEqualTo(all.size());
        return all;
    }

    private void plant(int count, java.util.function.IntFunction<byte[]> line) {
        List<Indexed> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new Indexed(i, line.apply(i)));
        }
        done(small.memory.ledger().index(lines));
    }

    private byte[] line(String event, String purpose, Actor actor) {
        return EntryText.write(new LedgerEvent(
                small.house.now(), event, actor, "subject", purpose, "", "", List.of(), Precision.NONE, 1, ""));
    }
}
