package confidant.core.pool;

import confidant.core.Answer;
import confidant.core.Desk;
import confidant.core.House;
import confidant.core.gate.Pass;
import confidant.core.greeting.Calendars;
import confidant.core.pool.Pools.Audience;
import confidant.core.pool.Pools.Dropped;
import confidant.core.pool.Pools.Falls;
import confidant.model.ConsentStatus;
import confidant.model.Occasion;
import confidant.model.Purpose;
import confidant.policy.TagKind;
import confidant.store.ConversationStore.Ref;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.roaringbitmap.RoaringBitmap;

/** Asks an open pool. Decisions do not depend on which client it is, so one question to policy answers for all of a kind. */
final class Audiences {
    private final House house;
    private final Opener opener;

    Audiences(House house, Opener opener) {
        this.house = house;
        this.opener = opener;
    }

    /** Whether clients who agreed to a purpose may be counted and listed for it. */
    Answer<Pass> counting(Desk desk, Ref any, Purpose purpose) {
        return opener.counting(desk.actor(), any, purpose, ConsentStatus.GIVEN, 1, house.now());
    }

    Audience of(OpenPool pool, Segment segment) {
        Desk desk = pool.desk;
        Ref any = Opener.any(desk.pool());
        Answer<Pass> agreed = counting(desk, any, segment.purpose());
        return ask(pool, (matching, index) -> {
            RoaringBitmap before = matching.all(segment.conditions());
            RoaringBitmap after = new RoaringBitmap();
            if (agreed instanceof Answer.Done<Pass>) {
                after = matching.valid(segment.purpose());
                after.and(before);
            }
            int lost = before.getCardinality() - after.getCardinality();
            List<Dropped> dropped =
                    lost == 0 ? List.of() : List.of(dropped(desk, any, segment.purpose(), agreed, lost));
            return new Audience(before.getCardinality(), index.clients(after), dropped);
        });
    }

    /** The occasions that fall on {@code day} and may be greeted on. */
    List<Falls> falling(OpenPool pool, LocalDate day) {
        return ask(pool, (matching, index) -> {
            List<Falls> found = new ArrayList<>();
            for (TagKind kind : house.policy().tagKinds()) {
                if (Calendars.yearly(kind.id())) {
                    matching.days(Purpose.GREETING, kind).ifPresent(days -> found.addAll(falling(index, days, day)));
                }
            }
            return List.copyOf(found);
        });
    }

    private static List<Falls> falling(PoolIndex index, DayColumn days, LocalDate day) {
        List<Falls> found = new ArrayList<>();
        days.within(day, 0, days.present).forEach((org.roaringbitmap.IntConsumer) number -> {
            Occasion occasion = days.of(number);
            found.add(new Falls(index.clients(RoaringBitmap.bitmapOf(number)).get(0), occasion));
        });
        return found;
    }

    private <R> R ask(OpenPool pool, BiFunction<Matching, PoolIndex, R> question) {
        Desk desk = pool.desk;
        Ref any = Opener.any(desk.pool());
        LocalDate today = LocalDate.ofInstant(house.now(), ZoneOffset.UTC);
        PoolIndex index = pool.index;
        return index.ask(purposes -> question.apply(
                new Matching(
                        house.policy(),
                        purposes,
                        (purpose, what) -> opener.countable(desk.actor(), any, purpose, what),
                        today,
                        index.size()),
                index));
    }

    private Dropped dropped(Desk desk, Ref any, Purpose purpose, Answer<Pass> agreed, int count) {
        Answer<Pass> answer = agreed instanceof Answer.Done<Pass>
                ? opener.counting(desk.actor(), any, purpose, ConsentStatus.NONE, 0, house.now())
                : agreed;
        return answer.match(
                pass -> new Dropped(pass.rule(), "none", count),
                refused -> new Dropped(refused.rule(), refused.remedy(), count));
    }
}
