package confidant.core.pool;

import confidant.core.BadRequest;
import confidant.core.pool.Segment.Condition;
import confidant.core.pool.Segment.Condition.Age;
import confidant.core.pool.Segment.Condition.AtLeast;
import confidant.core.pool.Segment.Condition.Has;
import confidant.core.pool.Segment.Condition.Within;
import confidant.model.DataClass;
import confidant.model.Purpose;
import confidant.policy.PolicyEngine;
import confidant.policy.TagKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * Answers the conditions of a segment from the indexes: a client matches by what is known under any purpose that may be
 * counted for them now, and by nothing else.
 */
record Matching(
        PolicyEngine policy,
        Map<Purpose, PurposeIndex> purposes,
        BiPredicate<Purpose, DataClass> countable,
        LocalDate today,
        int size) {
    private static final int MOST_DAYS = 366;
    private static final int OLDEST = 150;

    RoaringBitmap all(List<Condition> conditions) {
        RoaringBitmap found = RoaringBitmap.bitmapOfRange(0, size);
        // Words and codes are a look-up; numbers and days are looked through, so those come last, among who is left.
        for (boolean lookUp : new boolean[] {true, false}) {
            for (Condition condition : conditions) {
                if (condition instanceof Has == lookUp) {
                    found.and(one(condition, found));
                }
            }
        }
        return found;
    }

    /** The clients whose consent to a purpose is valid. */
    RoaringBitmap valid(Purpose purpose) {
        PurposeIndex index = purposes.get(purpose);
        return index == null ? new RoaringBitmap() : index.valid.clone();
    }

    /** The kind that a condition speaks of; {@link BadRequest} if there is none or it makes no sense. */
    static TagKind kind(PolicyEngine policy, Condition condition) {
        if (condition instanceof Age age) {
            require(age.from() >= 0 && age.from() <= age.to() && age.to() <= OLDEST, "ages are 0 to 150, from to to");
            return kind(policy, "birthday", "date");
        }
        if (condition instanceof AtLeast many) {
            require(many.count() >= 0, "a count is a whole number from 0");
            return kind(policy, many.kind(), "count");
        }
        if (condition instanceof Within soon) {
            require(soon.days() >= 0 && soon.days() <= MOST_DAYS, "days are 0 to 366");
            return kind(policy, soon.kind(), "date");
        }
        return kind(policy, ((Has) condition).kind(), "");
    }

    private static TagKind kind(PolicyEngine policy, String id, String form) {
        return policy.tagKind(id)
                .filter(kind -> form.isEmpty() || kind.form().equals(form))
                .orElseThrow(() -> new BadRequest("no kind of tag can be asked this"));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new BadRequest(sentence);
        }
    }

    private RoaringBitmap one(Condition condition, RoaringBitmap asked) {
        TagKind kind = kind(policy, condition);
        RoaringBitmap usable = new RoaringBitmap();
        RoaringBitmap hits = new RoaringBitmap();
        for (Purpose purpose : kind.purposes()) {
            PurposeIndex index = purposes.get(purpose);
            if (index != null && countable.test(purpose, kind.dataClass())) {
                usable.or(index.valid);
                index.column(kind.id()).map(hit(condition, asked)).ifPresent(hits::or);
            }
        }
        if (!condition.not()) {
            return hits;
        }
        usable.andNot(hits);
        return usable;
    }

    private Function<Column, RoaringBitmap> hit(Condition condition, RoaringBitmap asked) {
        return column -> {
            if (condition instanceof Has has) {
                return has.value().isEmpty() ? column.present : column.equal(has.value(), asked);
            }
            if (condition instanceof AtLeast many && column instanceof CountColumn counts) {
                return counts.atLeast(many.count(), asked);
            }
            if (condition instanceof Age age && column instanceof DayColumn days) {
                return days.aged(age.from(), age.to(), today, asked);
            }
            if (condition instanceof Within soon && column instanceof DayColumn days) {
                return days.within(today, soon.days(), asked);
            }
            return new RoaringBitmap();
        };
    }

    /** Clients with a yearly day of this kind under a purpose. */
    Optional<DayColumn> days(Purpose purpose, TagKind kind) {
        return Optional.ofNullable(purposes.get(purpose))
                .filter(index -> countable.test(purpose, kind.dataClass()))
                .flatMap(index -> index.column(kind.id()))
                .filter(DayColumn.class::isInstance)
                .map(DayColumn.class::cast);
    }
}
